using System.Globalization;
using System.Net;
using System.Text;
using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>
/// One run of the program with its probes. It is played once, from top to bottom; what it looks at are its members of type
/// <see cref="Look"/>. Whatever it has started is ended when it is over.
/// </summary>
public abstract class Conversation
{
    /// <summary>
    /// A timeout far from any that a test waits for. It is so long that a program which takes seconds for milliseconds
    /// still has two seconds: such a program must fail where it is wrong, and nowhere else.
    /// </summary>
    protected const int LongTimeout = 2000;

    /// <summary>The shortest timeout that a right program must understand.</summary>
    public static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly List<IAsyncDisposable> _opened = [];
    private readonly IReadOnlyList<Look> _looks;
    private readonly Lazy<Task> _playing;

    /// <summary>Makes a conversation that has not begun.</summary>
    /// <param name="all">The conversations of the check.</param>
    protected Conversation(Conversations all)
    {
        Setup = all.Setup;
        Timeline = new(Setup.Patience) { Follower = Setup.Follower };
        var looks = GetType().GetProperties().Where(property => property.PropertyType == typeof(Look));
        _looks = [.. looks.Select(look => (Look)look.GetValue(this)!)];
        foreach (var look in _looks)
            look.BelongsTo(this);
        _playing = new(() =>
        {
            all.Note(this);
            return PlayToTheEnd();
        });
    }

    /// <summary>What happens in it, in a few words.</summary>
    public abstract Situation Situation { get; }

    /// <summary>What happened in it, without the ends of the programs that it ended itself.</summary>
    public IReadOnlyList<Entry> Entries => Timeline.Entries;

    /// <summary>The connections, in the order in which they were opened.</summary>
    public IReadOnlyList<ConnectionEnds> Connections => Timeline.Calls;

    /// <summary>Whether it was played once more, because only the clock had failed a scenario.</summary>
    public bool IsAgain => Setup.IsAgain;

    /// <summary>How many entries are missing in the middle of <see cref="Entries"/>.</summary>
    public int Dropped => Timeline.Dropped;

    /// <summary>What is checked, and how.</summary>
    protected Setup Setup { get; }

    /// <summary>Where everything that happens is noted.</summary>
    protected Timeline Timeline { get; }

    /// <summary>Begins to play, unless it has begun already.</summary>
    public void Begin() => _ = _playing.Value;

    /// <summary>Completes when it is over and nothing of it is left.</summary>
    public Task Played => _playing.Value;

    /// <summary>Plays it and notes what is seen on the way.</summary>
    /// <returns>What ended it: what was not looked at by then was not reached because of that.</returns>
    protected abstract Task<Observation> Play();

    /// <summary>Notes that something is to be closed when the conversation is over.</summary>
    protected T Keep<T>(T opened)
        where T : IAsyncDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    /// <summary>Starts the program under test when it is its turn.</summary>
    /// <param name="who">Its name on the timeline.</param>
    /// <param name="watch">How closely to watch it.</param>
    /// <param name="arguments">Its arguments.</param>
    protected Task<RunningProgram> Run(Actor who, Watch watch, params IEnumerable<string> arguments) =>
        Setup.Gate.Start(() => Keep(RunningProgram.Start(Setup.Subject, [.. arguments], Timeline, who, watch)));

    /// <summary>
    /// Words with the seed of this check: a program that prints a fixed text cannot print them.
    /// </summary>
    protected string Words(string text) => $"{text} {Setup.Seed.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A text as it goes over the wire.</summary>
    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The arguments that name an end point.</summary>
    protected static string[] At(IPEndPoint endPoint) =>
        [endPoint.Address.ToString(), endPoint.Port.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The argument that names a timeout; none where the program is to take its default.</summary>
    protected static string[] Timeout(int? seconds) =>
        seconds is { } given ? [given.ToString(CultureInfo.InvariantCulture)] : [];

    private async Task PlayToTheEnd()
    {
        try
        {
            var end = await Play();
            foreach (var look in _looks)
                look.Take(new Observation.NotReached(end.IsHeld ? null : end));
        }
        catch (Exception fault)
        {
            foreach (var look in _looks)
                look.Fail(fault);
        }
        Timeline.End();
        await Task.WhenAll(Enumerable.Reverse(_opened).Select(async opened => await opened.DisposeAsync()));
    }
}
