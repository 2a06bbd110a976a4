using Lab.Build.Drawing;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words in drawings of conversations.
public sealed partial class English
{
    /// <inheritdoc />
    public override string PlayedAgain(string title) => $"{title} · once more";

    /// <inheritdoc />
    public override string Drawn(Mark mark, string what) =>
        mark switch
        {
            Mark.Start => $"starts {what}",
            Mark.Listen => $"listens {what}",
            Mark.Try => $"tries {what}",
            Mark.Connect => "connect",
            Mark.Refused => "connect: refused",
            Mark.Accept => "accepts",
            Mark.Bytes => what,
            Mark.Datagram => $"UDP {what}",
            Mark.HalfClose => "FIN, half-close",
            Mark.Fin => "FIN",
            Mark.Reset => "RST",
            Mark.Print => $"prints {what}",
            Mark.PrintError => $"stderr {what}",
            Mark.Failure => $"fails: {what}",
            Mark.Timeout => $"timeout: {what}",
            Mark.End => "end of its code",
            Mark.Key => "Enter is pressed",
            Mark.Exit when what.Length > 0 => $"exit code {what}",
            Mark.Exit => "has ended",
            Mark.GaveUp => "gave up",
        };

    /// <inheritdoc />
    public override string Amount(long bytes, int pieces) =>
        pieces > 1 ? $"{Number(bytes)} B in {Number(pieces)} pieces" : $"{Number(bytes)} B";

    /// <inheritdoc />
    public override string Silence(TimeSpan length) => $"{Seconds(length)} nothing";

    /// <inheritdoc />
    public override string LeftOut(int events) =>
        events == 1 ? "1 event is left out" : $"{Number(events)} events are left out";

    /// <inheritdoc />
    public override string WithoutLane(int actors) =>
        actors == 1 ? "1 more is not drawn" : $"{Number(actors)} more are not drawn";

    /// <inheritdoc />
    public override string Stray(Actor owner) => $"{Name(owner)} had sent this";

    /// <inheritdoc />
    public override string ExpectedHere(string expected) => $"expected: {expected}";

    /// <inheritdoc />
    public override string WithYourProgram => "your program";

    /// <inheritdoc />
    public override string WithRightProgram => "a right program, in the same situation";

    /// <inheritdoc />
    public override string FirstDifference(string mark) =>
        $"{mark} the first difference, with times, ports and the words that programs print left aside";

    /// <inheritdoc />
    public override string LaneLegend(string connected, string served) => $"{connected} connected  {served} served";
}
