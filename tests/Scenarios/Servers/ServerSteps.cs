namespace Lab.Scenarios.Servers;

/// <summary>
/// The steps of a server. The first six have the same id in both exercises; the others are named by their role, and each
/// exercise says which id they have.
/// </summary>
public static class ServerSteps
{
    /// <summary>Create the socket.</summary>
    public const string Create = "1";

    /// <summary>Bind it.</summary>
    public const string Bind = "2";

    /// <summary>Set a timeout.</summary>
    public const string SetTimeout = "3";

    /// <summary>Listen.</summary>
    public const string Listen = "4";

    /// <summary>Loop over the clients.</summary>
    public const string Loop = "5";

    /// <summary>Accept a client.</summary>
    public const string Accept = "5a";

    /// <summary>Receive the message.</summary>
    public const string Receive = "receive";

    /// <summary>Show the message.</summary>
    public const string Show = "show";

    /// <summary>Send the message back.</summary>
    public const string Send = "send";

    /// <summary>Close the client's socket.</summary>
    public const string Close = "close";

    /// <summary>Handle the timeout exception, and any other.</summary>
    public const string Handle = "handle";

    /// <summary>Close the server's socket.</summary>
    public const string Stop = "stop";
}
