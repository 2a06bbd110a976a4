using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Scenarios;

/// <summary>What a run of scenarios is about.</summary>
/// <param name="Subject">The program under test.</param>
/// <param name="ReferenceClient">Comes to a client that is known to work, for the acceptance; to null where there is none.</param>
/// <param name="Seed">The seed of the words that scenarios send.</param>
public sealed record Setup(Subject Subject, Task<Subject?> ReferenceClient, int Seed) : IAsyncDisposable
{
    private const double MorePatience = 2;

    /// <summary>Whether single scenarios are played once more, one after the other.</summary>
    public bool IsAgain { get; init; }

    /// <summary>How many times as long as usual the scenarios wait at most.</summary>
    public double Patience => IsAgain ? MorePatience : 1;

    /// <summary>The timeout that a program has by default, for the scenarios that wait it out.</summary>
    public TimeSpan DefaultTimeout { get; init; }

    /// <summary>
    /// How long a server that waits it out has run when its only client comes: more than a long timeout may be late, and
    /// when nobody's default timeout ends.
    /// </summary>
    public TimeSpan BeforeLateCall => DefaultTimeout * 0.12;

    /// <summary>Where programs wait for their turn to start.</summary>
    internal StartGate Gate { get; } = new(Environment.ProcessorCount);

    /// <summary>The runs that several steps look at, or that were begun early, by name.</summary>
    internal ConcurrentDictionary<string, Lazy<Task<Scenario>>> Stories { get; } = new();

    /// <summary>Ends those runs.</summary>
    public async ValueTask DisposeAsync()
    {
        var stories = Stories.Values.Select(story => story.Value).ToList();
        // What has failed has closed everything, and told those who looked at it.
        await Task.WhenAll(stories.AsEnumerable<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var played = stories.Where(story => story.IsCompletedSuccessfully);
        await Task.WhenAll(played.Select(async story => await (await story).CloseEverything()));
    }
}

/// <summary>What every scenario has: the program under test, a timeline, and words of its own.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class Scenario
{
    /// <summary>
    /// A timeout far from any that a test waits for. It is so long that a program which takes seconds for milliseconds
    /// still has two seconds: such a program must fail where it is wrong, and nowhere else.
    /// </summary>
    protected const int LongTimeout = 2000;

    /// <summary>The shortest timeout that a right program must understand.</summary>
    protected static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly List<IAsyncDisposable> _opened = [];

    // Flows with the run that sets it: several checks may go on in one process.
    private static readonly AsyncLocal<Setup?> _setup = new();

    /// <summary>What is checked; to be set before the scenarios run.</summary>
    public static Setup Setup
    {
        get => _setup.Value ?? throw new InvalidOperationException("No program was given to check.");
        set => _setup.Value = value;
    }

    /// <summary>What happens in this scenario.</summary>
    protected Timeline Timeline { get; } = new(Setup.Patience);

    /// <summary>Closes what the scenario opened, the last thing first.</summary>
    [TearDown]
    public async Task CloseEverything()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
        _opened.Clear();
    }

    /// <summary>Notes that something is to be closed at the end.</summary>
    protected T Keep<T>(T opened)
        where T : IAsyncDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    /// <summary>
    /// A run that several steps look at, each from its side, or that is begun early: it is played once in a check, by a
    /// scenario of its own. Where nobody looks at the program later, the run ends it.
    /// </summary>
    /// <param name="name">The name of the run.</param>
    /// <param name="play">Plays it. What it throws, every step that looks at the run throws.</param>
    protected static async Task<T> Story<T>(string name, Func<T, Task> play)
        where T : Scenario, new()
    {
        var story = Setup.Stories.GetOrAdd(name, _ => new Lazy<Task<Scenario>>(() => Play(play)));
        return (T)await story.Value;
    }

    /// <summary>
    /// Begins runs before any scenario asks for them, and so in this order: what waits for a clock comes early, and so
    /// does what many steps look at.
    /// </summary>
    protected static void Begin(params IEnumerable<Func<Task>> stories)
    {
        // What is played again, alone, would be held up by them.
        if (Setup.IsAgain)
            return;
        foreach (var story in stories)
            _ = story();
    }

    /// <summary>What an expectation throws, for a step that looks later; null where it holds.</summary>
    protected static async Task<Exception?> Outcome(Task expectation)
    {
        try
        {
            await expectation;
            return null;
        }
        catch (Exception failure) when (failure is VerdictException or NotVisibleYetException)
        {
            return failure;
        }
    }

    /// <summary>Throws what an expectation has thrown earlier.</summary>
    protected static void Rethrow(Exception? outcome)
    {
        if (outcome is not null)
            throw outcome;
    }

    private static async Task<Scenario> Play<T>(Func<T, Task> play)
        where T : Scenario, new()
    {
        var scenario = new T();
        try
        {
            await play(scenario);
            return scenario;
        }
        catch
        {
            await scenario.CloseEverything();
            throw;
        }
    }

    /// <summary>Starts the program under test.</summary>
    /// <param name="who">Its name on the timeline.</param>
    /// <param name="watch">How closely to watch it.</param>
    /// <param name="arguments">Its arguments.</param>
    protected Task<RunningProgram> Run(Actor who, Watch watch, IReadOnlyList<string> arguments) =>
        Setup.Gate.Start(() => Keep(RunningProgram.Start(Setup.Subject, arguments, Timeline, who, watch)));

    /// <summary>
    /// Words that no other scenario uses: a program that prints something learnt by heart cannot print them.
    /// </summary>
    protected static string Words(string text) => $"{text} {Setup.Seed.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A text as it goes over the wire.</summary>
    protected static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The arguments that name an end point, and a timeout in seconds.</summary>
    protected static string[] At(IPEndPoint endPoint, int? timeout = LongTimeout) =>
        [
            endPoint.Address.ToString(),
            endPoint.Port.ToString(CultureInfo.InvariantCulture),
            .. timeout is { } seconds ? [seconds.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
}
