namespace Lab.Harness;

/// <summary>
/// How long the harness waits at most. Each wait ends with the event that it waits for, and only a program that fails an
/// expectation waits for the whole bound. A busy machine may make a right program that late as well: so what
/// rests on one of these alone (<see cref="Finding.IsAbsence"/>) is looked at again, alone and with more patience.
/// </summary>
public static class Bounds
{
    /// <summary>For a program to start and reach its first socket call, on a machine that is busy.</summary>
    public static readonly TimeSpan Start = TimeSpan.FromSeconds(3);

    /// <summary>For a program to react to something that reached it already.</summary>
    public static readonly TimeSpan Reaction = TimeSpan.FromSeconds(2);

    /// <summary>For news that are under way already: the rest of a message, an exit after a close.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    /// <summary>For a program to be seen doing nothing.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    /// <summary>For a timeout to fire, counted from when it should: long ones are late by seconds.</summary>
    public static TimeSpan Lateness(TimeSpan timeout) => TimeSpan.FromSeconds(1.5) + timeout / 10;

    /// <summary>
    /// Between two looks at a flood, once no more of it is kept: it goes on, but not at the cost of everybody else.
    /// </summary>
    public static readonly TimeSpan Flood = TimeSpan.FromMilliseconds(50);

    /// <summary>For the operating system to end a killed process.</summary>
    public static readonly TimeSpan Kill = TimeSpan.FromSeconds(5);
}
