namespace Lab.Harness;

/// <summary>
/// How long the harness waits at most. None of these is a pause: each ends with the event it waits for, and only a
/// program that fails an expectation waits one out.
/// </summary>
public static class Bounds
{
    /// <summary>For a program to start and reach its first socket call, on a machine that is busy.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(10);

    /// <summary>For a program to react to something that reached it already.</summary>
    public static readonly TimeSpan Reaction = TimeSpan.FromSeconds(4);

    /// <summary>For news that are under way already: the rest of a message, an exit after a close.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    /// <summary>For the operating system to end a killed process.</summary>
    public static readonly TimeSpan Kill = TimeSpan.FromSeconds(5);
}
