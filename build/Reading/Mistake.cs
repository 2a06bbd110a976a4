namespace Lab.Build.Reading;

/// <summary>A mistake in a program's source that explains what was found at a step.</summary>
public enum Mistake
{
    /// <summary>A number of seconds is given to something that counts milliseconds.</summary>
    SecondsForMilliseconds,

    /// <summary>A number of seconds is given to something that counts microseconds.</summary>
    SecondsForMicroseconds,

    /// <summary>A number of milliseconds is given to something that counts microseconds.</summary>
    MillisecondsForMicroseconds,

    /// <summary>The number is too large for the unit that it is given in.</summary>
    TooLargeForUnit,

    /// <summary>A timeout is a fixed number.</summary>
    FixedTimeout,

    /// <summary>The variable with the timeout is never used.</summary>
    TimeoutNeverUsed,

    /// <summary>Only the sending is limited.</summary>
    TimeoutForSendingOnly,

    /// <summary>ReceiveTimeout is set on the listening socket, and nothing limits Accept.</summary>
    ReceiveTimeoutOnListener,

    /// <summary>The default of the timeout is another number than 300.</summary>
    OtherDefaultTimeout,

    /// <summary>The host is written out.</summary>
    FixedHost,

    /// <summary>The port is not the one of the argument.</summary>
    FixedPort,

    /// <summary>The socket is bound to every address.</summary>
    AnyAddress,

    /// <summary>A thread or a task is made and never started.</summary>
    ThreadNeverStarted,

    /// <summary>The loop waits for the thread.</summary>
    ThreadAwaited,
}
