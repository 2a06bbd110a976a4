using Lab.Build.Reading;

namespace Lab.Build.Texts;

// Mistakes in the source. A sentence says why the line leads to what was observed; what to write instead is for the hints.
public sealed partial class English
{
    /// <inheritdoc />
    public override string InProgram(int line, string why) => $"In your program, line {line}: {why}";

    /// <inheritdoc />
    public override string InFile(string file, int line, string why) => $"In your file {file}, line {line}: {why}";

    /// <inheritdoc />
    public override string Explained(Mistake mistake, string name) =>
        mistake switch
        {
            Mistake.SecondsForMilliseconds => $"{name} counts milliseconds, and this is a number of seconds.",
            Mistake.SecondsForMicroseconds => $"{name} counts microseconds, and this is a number of seconds.",
            Mistake.MillisecondsForMicroseconds => $"{name} counts microseconds, and this is a number of milliseconds.",
            Mistake.TooLargeForUnit => $"this number is too large for {name}, which counts in a larger unit.",
            Mistake.FixedTimeout => $"{name} gets a fixed time here, and not the timeout of the argument.",
            Mistake.TimeoutNeverUsed => "this timeout is never given to anything that waits.",
            Mistake.TimeoutForSendingOnly => $"{name} limits sending only, so Receive still waits for ever.",
            Mistake.ReceiveTimeoutOnListener =>
                $"{name} limits Receive only, so Accept on this socket still waits for ever.",
            Mistake.OtherDefaultTimeout => "the program takes this timeout when it is given none.",
            Mistake.FixedHost => "this host is always the same, whatever host the program is given.",
            Mistake.FixedPort => "this is not the port that the program is given.",
            Mistake.AnyAddress =>
                $"{name} stands for every address of the machine, not for the one that the program is given.",
            Mistake.ThreadNeverStarted => $"this {name} is created and never started, so nobody serves the client.",
            Mistake.ThreadAwaited =>
                $"{name} waits here until this client has been served, and no other client is accepted meanwhile.",
        };
}
