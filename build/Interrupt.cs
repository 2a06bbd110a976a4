using System.Runtime.InteropServices;
using Lab.Harness;

namespace Lab.Build;

/// <summary>
/// Turns Ctrl+C, and being asked to end, into a token: the work is given up in order, and nothing is left running.
/// </summary>
public sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Starts to listen.</summary>
    public Interrupt()
    {
        // All three exist on Windows too, as console events.
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _signals.Add(PosixSignalRegistration.Create(signal, GiveUp));
    }

    /// <summary>The token that is cancelled when the user asks to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Gives the signals back.</summary>
    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _source.Dispose();
    }

    private void GiveUp(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.GiveUp();
    }
}
