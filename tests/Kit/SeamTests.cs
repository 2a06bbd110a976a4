using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Demo;
using Lab.Build.Diagnosing;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios;
using Lab.Scenarios.Servers;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// All words come from the language. If each of its phrases is in brackets, no text for people is outside them, except
/// quoted material and text that a user types.
/// </summary>
public sealed partial class SeamTests
{
    private const string Name = "some/Program.cs";
    private const string Printed = "a line that it printed";
    private const string Source = "Console.WriteLine(";
    private const string Complaint = "; expected";

    private static readonly Bracketed _texts = new();
    private static readonly CommittedWork _work = new(
        Exercise.All.ToDictionary(exercise => exercise, _ => new CommittedProgram(2, IsCommitted: false)),
        Unpushed: 3
    );

    private static readonly DateTimeOffset _deadline = new(2026, 2, 26, 23, 59, 0, TimeSpan.FromHours(1));

    // The allowed texts are the name of the program, the output of the program and the compiler, ids, units, and text
    // that a user types.
    private static readonly string[] _allowed =
    [
        $"{Name}(1,2): CS1002: {Complaint}",
        Name,
        Printed,
        Source,
        .. Exercise.All.Select(exercise => exercise.Id),
        "check",
        Catalogue.Time(_deadline),
    ];

    public static IEnumerable<TestCaseData> Documents =>
        from exercise in Exercise.All
        from document in DocumentsOf(exercise)
        select new TestCaseData(document.Document).SetArgDisplayNames(exercise.Id, document.What);

    [TestCaseSource(nameof(Documents))]
    public void A_result_is_told_in_the_language_alone(ResultDocument document)
    {
        var view = new ResultView(_texts);

        using (Assert.EnterMultipleScope())
        {
            AssertNoWords(string.Join('\n', Rendered.Lines(view.Of(document))));
            AssertNoWords(string.Join('\n', Rendered.Lines(view.Brief(document, _texts.PassNow(["1"]), _ => 100))));
            foreach (var sentence in SentencesIn(new JsonView(_texts).Render(document)))
                AssertNoWords(sentence);
            foreach (var sentence in SentencesIn(XDocument.Parse(new JUnitView(_texts).Render(document))))
                AssertNoWords(sentence);
            AssertNoWords(HtmlTests.WordsIn(new HtmlView(_texts).Render(document)));
            AssertNoWords(MarkdownTests.WordsIn(new MarkdownView(_texts).Render(document)));
        }
    }

    [Test]
    public async Task Watching_is_told_in_the_language_alone()
    {
        using var screen = new StringWriter();
        var view = new WatchView(Terminal.On(new Terminal(screen)), _texts);

        await view.While(() =>
        {
            view.Begin(Exercise.Client, Name);
            view.Report(new(CheckPhase.Running, 1, 2) { SoFar = Result(Exercise.Client) with { IsPartial = true } });
            view.Show(new Hint(Exercise.Client, "1", 1, 2, Printed));
            return Task.CompletedTask;
        });

        Assert.That(screen.ToString(), Does.Contain(_texts.WatchKeys('r', 'h', 'n', 'q')));
        AssertNoWords(screen.ToString());
    }

    [Test]
    public async Task How_far_a_check_is_is_told_in_the_language_alone()
    {
        using var screen = new StringWriter();
        var view = new ProgressView(Terminal.On(new Terminal(screen)), _texts);

        await view.While(progress =>
        {
            foreach (var phase in Enum.GetValues<CheckPhase>())
                progress.Report(new(phase, 1, 2));
            return Task.FromResult(0);
        });

        Assert.That(screen.ToString().Split('⟦'), Has.Length.EqualTo(Enum.GetValues<CheckPhase>().Length + 1));
        AssertNoWords(screen.ToString());
    }

    [Test]
    public void A_hint_and_the_standing_are_told_in_the_language_alone()
    {
        using var folder = new TemporaryFolder();
        var notebook = new Notebook(folder.Path);
        var view = new HintView(_texts);

        using (Assert.EnterMultipleScope())
        {
            AssertNoWords(
                string.Join(
                    '\n',
                    Rendered.Lines(new StandingView(_texts).Of(notebook, _work, new(_deadline), _deadline.AddDays(-2)))
                )
            );
            foreach (var number in new[] { 1, 2 })
                AssertNoWords(
                    string.Join('\n', Rendered.Lines(view.Of(new(Exercise.Client, "1", number, 2, Printed))))
                );
            foreach (var step in new[] { "1", ResultDocument.Compile })
                AssertNoWords(string.Join('\n', Rendered.Lines(view.Of(new(Exercise.Client, step, 0, 0, null)))));
        }
    }

    [Test]
    public void The_demonstration_is_told_in_the_language_alone()
    {
        using var screen = new StringWriter();
        var view = new DemoView(Terminal.On(new Terminal(screen)), _texts);

        view.Begin(_texts.DemoTitle(Exercise.ThreadedServer));
        foreach (var entry in Timeline)
            view.Show(entry);
        foreach (var ending in Enum.GetValues<Ending>())
            view.End(_texts.DemoOutcome(Exercise.EchoServer, ending));

        AssertNoWords(screen.ToString());
    }

    [TestCaseSource(nameof(Refusals))]
    public void A_refusal_is_one_phrase(Refusal refusal) =>
        Assert.That(_texts.Sentence(refusal), Does.StartWith("⟦").And.EndsWith("⟧"));

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_one_phrase(Fault fault) =>
        Assert.That(_texts.CouldNotCheck(fault), Does.StartWith("⟦").And.EndsWith("⟧"));

    [Test]
    public void Every_phrase_stands_in_brackets() =>
        Assert.That(Phrase.All.Select(phrase => phrase.In(_texts)), Is.All.StartsWith("⟦").And.All.EndsWith("⟧"));

    private static IEnumerable<Refusal> Refusals => MembersOf<Refusal>();

    private static IEnumerable<Fault> Faults => MembersOf<Fault>();

    // Creates each member of a closed set of records, with an example for each argument.
    private static IEnumerable<T> MembersOf<T>() =>
        from type in typeof(T).GetNestedTypes()
        where !type.IsAbstract
        let constructor = type.GetConstructors().Single()
        let arguments = constructor.GetParameters().Select(parameter => Phrase.ExampleOf(parameter.ParameterType))
        select (T)constructor.Invoke([.. arguments]);

    private static IEnumerable<(string What, ResultDocument Document)> DocumentsOf(Exercise exercise)
    {
        var result = Result(exercise);
        foreach (var verdict in Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.DoesNotCompile))
            yield return ($"{verdict}", result with { Steps = [.. StepsWith(exercise, verdict)] });
        yield return ("passed", Passed(exercise));
        yield return ("partial", Partial(exercise));
        yield return ("does not compile", result with { CompilerErrors = [new(Name, 1, 2, "CS1002", Complaint)] });
        foreach (var fault in Faults)
            yield return (fault.GetType().Name, result with { Fault = fault });
    }

    private static ResultDocument Result(Exercise exercise) =>
        new(exercise, new(Name, ProgramLanguage.CSharp) { Files = [new(Name, null, Source)] }, Seconds: 1, Seed: 4711)
        {
            Steps = StepResult.AllWaitingFor(exercise, ResultDocument.Compile),
        };

    private static ResultDocument Passed(Exercise exercise) =>
        Result(exercise) with
        {
            Steps =
            [
                .. exercise.StepIds.Select(id => new StepResult(id, StepStatus.Passed)
                {
                    Notes = [.. Enum.GetValues<StepNote>()],
                }),
            ],
            GoingFurther = [new("further", Situation.LongReply, StepStatus.Passed)],
        };

    private static ResultDocument Partial(Exercise exercise) =>
        Result(exercise) with
        {
            IsPartial = true,
            Steps = [.. exercise.StepIds.Select(id => StepResult.WaitingFor(id, id))],
        };

    // There is one step for each thing that may be awaited, and a last step that waits.
    private static IEnumerable<StepResult> StepsWith(Exercise exercise, Verdict verdict)
    {
        var awaited = Enum.GetValues<Awaited>();
        foreach (var (at, id) in exercise.StepIds.SkipLast(1).Index())
        {
            var finding = FindingOf(verdict, awaited[at % awaited.Length]);
            yield return new(id, StepStatus.Failed)
            {
                Situation = Situation.PlainMessage,
                Finding = finding,
                Diagnosis = Diagnosis.Of(exercise, id, finding, isCommand: false),
                Notes = [StepNote.FailedTwice],
            };
        }
        yield return StepResult.WaitingFor(exercise.StepIds[0], exercise.StepIds[^1]);
    }

    private static Finding FindingOf(Verdict verdict, Awaited awaited) =>
        new(verdict, awaited)
        {
            Sent = "hei\n"u8.ToArray(),
            ExpectedBytes = "hei\n"u8.ToArray(),
            ReceivedBytes = "hei"u8.ToArray(),
            ExpectedPlace = "127.0.0.1:9000",
            FoundPlace = "0.0.0.0:9000",
            ExpectedTime = TimeSpan.FromSeconds(1),
            Waited = TimeSpan.FromSeconds(2),
            Connection = ConnectionState.Open,
            Program = new(false, 1, new("System.Exception", "bad", "Program.cs:3"), [Printed]),
            Timeline = [.. Timeline],
        };

    private static IEnumerable<Entry> Timeline =>
        Enum.GetValues<Happening>()
            .Select((what, at) => new Entry(at + 1, TimeSpan.FromSeconds(at), Actor.Server, what) { Note = "note" });

    // These fields hold sentences. The others hold codes.
    private static IEnumerable<string> SentencesIn(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        foreach (var step in root.GetProperty("steps").EnumerateArray())
        {
            foreach (var field in new[] { "title", "observed", "expected", "advice" })
                yield return step.Text(field) ?? "";
            foreach (var note in step.GetProperty("notes").EnumerateArray())
                yield return note.GetString()!;
            foreach (var line in step.GetProperty("timeline").EnumerateArray())
                yield return $"{line.Text("who")} {line.Text("text")}";
        }
        foreach (var further in root.GetProperty("goingFurther").EnumerateArray())
            yield return further.Text("title")!;
    }

    private static IEnumerable<string> SentencesIn(XDocument report) =>
        report
            .Descendants("testcase")
            .Where(one => one.Attribute("name")!.Value.Contains(' ', StringComparison.Ordinal))
            .Select(one => one.Attribute("name")!.Value.Split(' ', 2)[1])
            .Concat(report.Descendants().Attributes("message").Select(message => message.Value))
            .Concat(report.Descendants("failure").Concat(report.Descendants("error")).Select(problem => problem.Value));

    private static void AssertNoWords(string shown)
    {
        var outside = _allowed.Aggregate(
            Outside(Colour().Replace(shown, "")),
            (left, allowed) => left.Replace(allowed, " ", StringComparison.Ordinal)
        );

        Assert.That(Quotation().Replace(outside, " "), Does.Not.Match(@"\p{L}\p{L}"), shown);
    }

    // A phrase may contain other phrases.
    private static string Outside(string shown)
    {
        var depth = 0;
        var outside = new List<char>();
        foreach (var letter in shown)
        {
            depth += letter == '⟦' ? 1 : 0;
            if (depth == 0)
                outside.Add(letter);
            depth -= letter == '⟧' ? 1 : 0;
        }
        Assert.That(depth, Is.Zero, $"a phrase without its end: {shown}");
        return string.Concat(outside);
    }

    // The pattern allows bytes, the unit of time, and the ids of steps.
    [GeneratedRegex(
        """
            "[^"]*"|\bms\b|\b\d+[a-e]?\b
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colour();
}
