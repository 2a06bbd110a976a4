using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Lab.Harness;

namespace Lab.Build.Teaching.Confining;

/// <summary>One run in a sandbox of bubblewrap.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="watchdog">Ends the run if it takes too much of the machine.</param>
/// <param name="status">The file that bubblewrap writes the exit code of the program to.</param>
internal sealed class ConfinedRun(Bubblewrap sandbox, Watchdog watchdog, string status) : IConfinedRun
{
    // Bubblewrap ends with 1 if it cannot make the sandbox, and the shell with the others if there is no bubblewrap or no
    // file for the status.
    private static readonly int?[] _failures = [1, 2, 126, 127];

    private int? _processId;
    private int? _first;
    private int? _program;
    private bool _isOver;
    private bool _wasEnded;

    /// <inheritdoc />
    public required Launch Launch { get; init; }

    /// <summary>
    /// The first process inside. It comes from bubblewrap, waits for all others, and all others end with it. Null while
    /// it is not known.
    /// </summary>
    public int? FirstProcess => _first ??= OnlyChild(_processId);

    /// <inheritdoc />
    public int? ProgramId => _program ??= OnlyChild(FirstProcess);

    /// <inheritdoc />
    public void Started(int processId)
    {
        _processId = processId;
        watchdog.Add(this);
    }

    /// <inheritdoc />
    public void Ended(int? exitCode, string standardError)
    {
        _isOver = true;
        watchdog.Remove(this);
        if (!_wasEnded && _failures.Contains(exitCode) && !HasStarted())
            sandbox.Note(standardError.Trim());
        File.Delete(status);
    }

    /// <summary>Ends all processes of the run at once: they end with the first process inside.</summary>
    public void Dispose()
    {
        watchdog.Remove(this);
        if (_isOver || _processId is not { } id)
            return;
        _wasEnded = true;
        // The first process also ends with bubblewrap, but not while it is still being made.
        if (FirstProcess is { } first)
            Kill(first);
        Kill(id);
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // The process has ended by itself, or is just ending.
        }
    }

    // Bubblewrap tells an exit code only if it has started the program.
    private bool HasStarted() =>
        !File.Exists(status) || File.ReadAllText(status).Contains("\"exit-code\"", StringComparison.Ordinal);

    private static int? OnlyChild(int? id)
    {
        try
        {
            if (id is null)
                return null;
            var children = File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ');
            return int.TryParse(children[0], CultureInfo.InvariantCulture, out var child) ? child : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
