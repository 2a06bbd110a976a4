namespace Lab.Harness;

/// <summary>The part that a participant plays in a conversation.</summary>
public enum Role
{
    /// <summary>Calls: the program under test in exercise 1, a probe or another program elsewhere.</summary>
    Client,

    /// <summary>Waits for calls: the program under test in exercises 2 and 3, a probe in exercise 1.</summary>
    Server,

    /// <summary>Holds a connection and says nothing: the machine's netcat, or a probe in its place.</summary>
    Netcat,

    /// <summary>Holds the port that a server is told to use.</summary>
    PortHolder,

    /// <summary>Gives up waiting: the check itself.</summary>
    Check,
}

/// <summary>A participant of a conversation.</summary>
/// <param name="Role">The part that it plays.</param>
/// <param name="Number">Its number among the participants in this role, from 1. Null if there is only one.</param>
public sealed record Actor(Role Role, int? Number = null)
{
    /// <summary>The only client.</summary>
    public static readonly Actor Client = new(Role.Client);

    /// <summary>The server.</summary>
    public static readonly Actor Server = new(Role.Server);

    /// <summary>Netcat.</summary>
    public static readonly Actor Netcat = new(Role.Netcat);

    /// <summary>The program that holds a port.</summary>
    public static readonly Actor PortHolder = new(Role.PortHolder);

    /// <summary>The check itself.</summary>
    public static readonly Actor Check = new(Role.Check);
}
