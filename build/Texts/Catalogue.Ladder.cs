using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words in drawings of conversations.
public abstract partial class Catalogue
{
    /// <summary>The title of a conversation.</summary>
    public string ConversationTitle(ConversationRecord conversation) =>
        conversation.IsAgain ? PlayedAgain(TitleOf(conversation.Situation)) : TitleOf(conversation.Situation);

    /// <summary>A conversation was played once more.</summary>
    public abstract string PlayedAgain(string title);

    /// <summary>A row of a drawing, in as few words as possible. Its place shows who did it to whom.</summary>
    /// <param name="mark">The kind of event.</param>
    /// <param name="what">The bytes, quoted, or an end point, a command line, or the call that failed.</param>
    public abstract string Drawn(Mark mark, string what);

    /// <summary>An actor's part in a row, for drawings without lanes.</summary>
    public string Drawn(Actor who, Mark mark, string what) => $"{Name(who)} {Drawn(mark, what)}".TrimStart();

    /// <summary>A number of bytes, in a drawing.</summary>
    /// <param name="bytes">The number.</param>
    /// <param name="pieces">The number of pieces in which they came.</param>
    public abstract string Amount(long bytes, int pieces);

    /// <summary>A time in which nothing happened.</summary>
    public abstract string Silence(TimeSpan length);

    /// <summary>Events are left out of a drawing.</summary>
    public abstract string LeftOut(int events);

    /// <summary>Actors are left out of a drawing.</summary>
    public abstract string WithoutLane(int actors);

    /// <summary>These bytes had been sent by another client than the one that receives them.</summary>
    public abstract string Stray(Actor owner);

    /// <summary>The expectation that failed here.</summary>
    public abstract string ExpectedHere(string expected);

    /// <summary>The title of a conversation with the program that was checked.</summary>
    public abstract string WithYourProgram { get; }

    /// <summary>The title of the same conversation with a right program.</summary>
    public abstract string WithRightProgram { get; }

    /// <summary>The meaning of the mark at the first difference between the two.</summary>
    public abstract string FirstDifference(string mark);

    /// <summary>The meaning of a client's lanes.</summary>
    /// <param name="connected">The lane of a client that is connected.</param>
    /// <param name="served">The lane of a client that is served.</param>
    public abstract string LaneLegend(string connected, string served);
}
