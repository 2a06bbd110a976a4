namespace Lab.Build;

/// <summary>The task of a step. Steps of several exercises may have the same task.</summary>
public enum StepTask
{
    /// <summary>Make the program compile. This comes before all steps.</summary>
    Compile,

    /// <summary>Create the client's socket.</summary>
    CreateClientSocket,

    /// <summary>Set a timeout.</summary>
    SetTimeout,

    /// <summary>Connect to the server.</summary>
    Connect,

    /// <summary>Send the encoded message.</summary>
    SendMessage,

    /// <summary>Receive the reply.</summary>
    ReceiveReply,

    /// <summary>Decode the reply and show it.</summary>
    ShowReply,

    /// <summary>Handle the timeout exception and any other.</summary>
    HandleExceptions,

    /// <summary>Close the client's socket in every case.</summary>
    CloseSocket,

    /// <summary>Create the server's socket.</summary>
    CreateServerSocket,

    /// <summary>Bind it.</summary>
    Bind,

    /// <summary>Listen.</summary>
    Listen,

    /// <summary>Loop over the clients.</summary>
    Loop,

    /// <summary>Accept a client.</summary>
    Accept,

    /// <summary>Create and start a thread for the client.</summary>
    StartThread,

    /// <summary>Write the function that serves one client.</summary>
    ServeClient,

    /// <summary>Receive the client's message.</summary>
    ReceiveMessage,

    /// <summary>Show the message.</summary>
    ShowMessage,

    /// <summary>Send the message back.</summary>
    SendBack,

    /// <summary>Close the client's socket.</summary>
    CloseClient,

    /// <summary>Handle exceptions in the loop and in the thread.</summary>
    HandleInThreads,

    /// <summary>Close the server's socket.</summary>
    CloseServer,

    /// <summary>Pass the practical's own acceptance test.</summary>
    Acceptance,
}
