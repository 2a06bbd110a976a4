namespace Lab.Harness;

/// <summary>How a run is to be watched, where the wire is not enough.</summary>
[Flags]
public enum Watch
{
    /// <summary>The wire, the output and the exit.</summary>
    Wire = 0,

    /// <summary>Also the runtime's socket telemetry: connects and accepts. Costs some 20 ms.</summary>
    Sockets = 1,

    /// <summary>As <see cref="Sockets"/>, and also how many bytes were received, counted every 100 ms.</summary>
    Bytes = 4,

    /// <summary>
    /// As <see cref="Sockets"/>, and its threads give each other a turn whenever they print. Not together with
    /// <see cref="Bytes"/>.
    /// </summary>
    Turns = 8,

    /// <summary>
    /// Also hold the process at its exit, until <see cref="RunningProgram.LetExit"/>, so that an explicit close and
    /// the kernel's can be told apart.
    /// </summary>
    Exit = 2,
}
