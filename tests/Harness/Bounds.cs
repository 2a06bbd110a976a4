namespace Lab.Harness;

/// <summary>
/// How long the harness waits at most. Each wait ends with the event that it waits for, and only a program that fails
/// an expectation waits for the whole bound. A busy machine can make a correct program just as late. So a finding that
/// rests on one of these bounds alone (<see cref="Finding.IsAbsence"/>) is checked once more, alone and with more
/// patience.
/// </summary>
public static class Bounds
{
    /// <summary>The time for a program to start and reach its first socket call, on a busy machine.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(3);

    /// <summary>The time for a program to react to something that has reached it.</summary>
    public static readonly TimeSpan Reaction = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The time for a connection to be completed. A full backlog drops connection requests, and the kernel repeats them
    /// after 1 and 3 seconds (RFC 6298, section 2), so a server that accepts has room for one by then.
    /// </summary>
    public static readonly TimeSpan Connecting = TimeSpan.FromSeconds(3.5);

    /// <summary>
    /// The time for something that is already on its way: the rest of a message, an exit after a close.
    /// </summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    /// <summary>What happens within this time after something was most likely caused by it.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(250);

    /// <summary>The time in which a program must do nothing to count as waiting.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    /// <summary>The time by which a timeout may fire late. Long timeouts are late by seconds.</summary>
    public static TimeSpan Lateness(TimeSpan timeout) => TimeSpan.FromSeconds(1.5) + timeout / 10;

    /// <summary>
    /// The pause between two reads of a flood, once no more of it is stored. The flood goes on, but leaves the
    /// processor to the others.
    /// </summary>
    public static readonly TimeSpan Flood = TimeSpan.FromMilliseconds(50);

    /// <summary>The time for the operating system to end a killed process.</summary>
    public static readonly TimeSpan Kill = TimeSpan.FromSeconds(5);
}
