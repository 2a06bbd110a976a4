namespace Lab.Harness;

/// <summary>How closely to watch a run, if the wire does not show enough.</summary>
[Flags]
public enum Watch
{
    /// <summary>Watches the wire, the output and the exit.</summary>
    Wire = 0,

    /// <summary>Also watches the runtime's socket telemetry: connects and accepts. This costs some 20 ms.</summary>
    Sockets = 1,

    /// <summary>Like <see cref="Sockets"/>; also counts the received bytes, every 100 ms.</summary>
    Bytes = 4,

    /// <summary>
    /// Like <see cref="Sockets"/>; also makes the program's threads give each other a turn whenever they print. Not
    /// together with <see cref="Bytes"/>.
    /// </summary>
    Turns = 8,

    /// <summary>
    /// Also holds the process at its exit, until <see cref="RunningProgram.LetExit"/>, so that a close by the program
    /// can be told from a close by the kernel.
    /// </summary>
    Exit = 2,
}
