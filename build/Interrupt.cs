using System.Runtime.InteropServices;
using Lab.Harness;

namespace Lab.Build;

/// <summary>
/// Turns Ctrl+C and other requests to end into a cancelled token. The work then ends in order, and nothing is left
/// running.
/// </summary>
public sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <summary>Starts to listen for signals.</summary>
    public Interrupt()
    {
        // All three signals exist on Windows too, as console events.
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
            _signals.Add(PosixSignalRegistration.Create(signal, GiveUp));
    }

    /// <summary>The token that is cancelled when the user asks to end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Stops listening for signals.</summary>
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
