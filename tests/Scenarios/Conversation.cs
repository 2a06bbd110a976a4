using System.Globalization;
using System.Net;
using System.Text;
using Lab.Harness;

namespace Lab.Scenarios;

/// <summary>
/// One run of the program with its probes. A conversation is played once, from top to bottom. Its members of type <see
/// cref="Look"/> are the things that it observes. Everything that it has started is ended when it is over.
/// </summary>
public abstract class Conversation
{
    /// <summary>
    /// A timeout far longer than any that a scenario waits for. Even a program that takes seconds for milliseconds
    /// still has two seconds: such a program must fail in the timeout's scenario, and in no other.
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
        Timeline = new(Setup.Patience)
        {
            Follower = Setup.Follower,
            HasEnough = () => Setup.Enough.IsCancellationRequested || IsPointless,
        };
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

    /// <summary>What happens in the conversation.</summary>
    public abstract Situation Situation { get; }

    /// <summary>
    /// What happened in the conversation, without the ends of the programs that the conversation itself ended.
    /// </summary>
    public IReadOnlyList<Entry> Entries => Timeline.Entries;

    /// <summary>The connections, in the order of opening.</summary>
    public IReadOnlyList<ConnectionEnds> Connections => Timeline.Calls;

    /// <summary>
    /// Whether the conversation is played once more, because a scenario had failed only because of time.
    /// </summary>
    public bool IsAgain => Setup.IsAgain;

    /// <summary>How many entries are missing in the middle of <see cref="Entries"/>.</summary>
    public int Dropped => Timeline.Dropped;

    /// <summary>The program to check, and how to check it.</summary>
    protected Setup Setup { get; }

    /// <summary>
    /// Whether nothing more can be learned from the conversation, because another one has shown what is wrong with the
    /// program.
    /// </summary>
    protected virtual bool IsPointless => false;

    /// <summary>The record of everything that happens.</summary>
    protected Timeline Timeline { get; }

    /// <summary>Starts the conversation, unless it has started already.</summary>
    public void Begin() => _ = _playing.Value;

    /// <summary>Completes when the conversation is over and everything it started has ended.</summary>
    public Task Played => _playing.Value;

    /// <summary>Plays the conversation and notes each observation.</summary>
    /// <returns>
    /// What ended the conversation. It is the reason why the remaining observations were not reached.
    /// </returns>
    protected abstract Task<Observation> Play();

    /// <summary>Registers something that must be closed when the conversation is over.</summary>
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
    /// <exception cref="OperationCanceledException">The check has found enough.</exception>
    protected Task<RunningProgram> Run(Actor who, Watch watch, params IEnumerable<string> arguments) =>
        Setup.Enough.IsCancellationRequested
            ? Task.FromCanceled<RunningProgram>(Setup.Enough)
            : Setup.Gate.Start(() => Keep(RunningProgram.Start(Setup.Subject, [.. arguments], Timeline, who, watch)));

    /// <summary>Words with the seed of this check, so that a program with a fixed answer cannot know them.</summary>
    protected string Words(string text) => $"{text} {Setup.Seed.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The bytes of a text as they are sent.</summary>
    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The arguments that name an end point.</summary>
    protected static string[] At(IPEndPoint endPoint) =>
        [endPoint.Address.ToString(), endPoint.Port.ToString(CultureInfo.InvariantCulture)];

    /// <summary>The argument that names a timeout. None if the program shall use its default.</summary>
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
