using System.Text;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests where a conversation begins to differ from the same one with a right program.</summary>
public sealed class BesideTests
{
    private static readonly Actor _client = new(Role.Client, 1);
    private static readonly Actor _other = new(Role.Client, 2);

    private static readonly Step[] _echo =
    [
        new(_client, Happening.Connect, 1),
        new(Actor.Server, Happening.Accept, 1),
        new(_client, Happening.Send, 1, "hei 4711\n"),
        new(Actor.Server, Happening.Print, null, "hei 4711\n"),
        new(Actor.Server, Happening.Send, 1, "hei 4711\n"),
        new(_client, Happening.HalfClose, 1),
        new(Actor.Server, Happening.Close, 1),
    ];

    [Test]
    public void Another_byte_is_the_difference() =>
        AssertDiffers(
            [.. _echo[..4], new(Actor.Server, Happening.Send, 1, "hei 4712\n")],
            Awaited.Bytes,
            own: 5,
            right: 5
        );

    [Test]
    public void Pieces_seeds_ports_prints_and_accepts_make_no_difference() =>
        AssertDiffers(
            [
                new(_client, Happening.Connect, 1),
                new(_client, Happening.Send, 1, "hei "),
                new(_client, Happening.Send, 1, "1000\n"),
                new(Actor.Server, Happening.Send, 1, "hei 10"),
                new(Actor.Server, Happening.Print, null, "Something else"),
                new(Actor.Server, Happening.Send, 1, "00\n"),
            ],
            Awaited.Text,
            own: null,
            right: null,
            seed: 1000
        );

    [Test]
    public void The_digits_of_a_seed_in_a_longer_number_are_no_seed() =>
        AssertDiffers(
            [.. _echo[..4], new(Actor.Server, Happening.Send, 1, "hei 47110\n")],
            Awaited.Bytes,
            own: 5,
            right: 5
        );

    [Test]
    public void A_close_instead_of_bytes_is_the_difference() =>
        AssertDiffers([.. _echo[..4], new(Actor.Server, Happening.Close, 1)], Awaited.Bytes, own: 5, right: 5);

    [Test]
    public void A_close_in_the_middle_of_the_bytes_is_the_difference() =>
        AssertDiffers(
            [
                .. _echo[..4],
                new(Actor.Server, Happening.Send, 1, "hei"),
                new(Actor.Server, Happening.Close, 1),
                new(Actor.Check, Happening.GiveUp),
            ],
            Awaited.Bytes,
            own: 5,
            right: 5
        );

    [Test]
    public void What_never_came_is_marked_where_the_check_gave_up() =>
        AssertDiffers([.. _echo[..4], new(Actor.Check, Happening.GiveUp)], Awaited.Bytes, own: 5, right: 5);

    [Test]
    public void What_the_check_did_not_wait_for_is_not_missing() =>
        AssertDiffers([.. _echo[..4], new(Actor.Check, Happening.GiveUp)], Awaited.Text, own: null, right: null);

    [Test]
    public void A_reset_instead_of_a_close_is_the_difference() =>
        AssertDiffers([.. _echo[..6], new(Actor.Server, Happening.Reset, 1)], Awaited.Close, own: 7, right: 7);

    [Test]
    public void A_probe_is_not_at_fault_for_a_consequence() =>
        AssertDiffers(
            [
                .. _echo[..2],
                new(_client, Happening.Reset, 1),
                new(Actor.Server, Happening.Send, 1, "no"),
                new(Actor.Check, Happening.GiveUp),
            ],
            Awaited.Bytes,
            own: 4,
            right: 5
        );

    [Test]
    public void A_server_that_does_not_listen_lacks_the_connection() =>
        AssertDiffers([new(Actor.Check, Happening.GiveUp)], Awaited.Listening, own: 1, right: 1);

    [Test]
    public void A_message_that_is_too_long_differs_as_a_whole() =>
        AssertDiffers(
            [.. _echo[..4], new(Actor.Server, Happening.Send, 1, "hei 4711\n!")],
            Awaited.Bytes,
            own: 5,
            right: 5
        );

    [Test]
    public void The_end_of_a_server_is_the_difference() =>
        AssertDiffers([.. _echo, new(Actor.Server, Happening.Exit)], Awaited.GoesOn, own: 8, right: null);

    [Test]
    public void Clients_that_call_in_another_order_are_the_same_clients() =>
        AssertDiffers(
            [
                new(_other, Happening.Connect, 1),
                new(_client, Happening.Connect, 2),
                new(Actor.Server, Happening.Send, 2, "one"),
                new(Actor.Server, Happening.Send, 1, "one"),
                new(Actor.Check, Happening.GiveUp),
            ],
            Awaited.Bytes,
            own: 4,
            right: 4,
            theRightOne:
            [
                new(_client, Happening.Connect, 1),
                new(_other, Happening.Connect, 2),
                new(Actor.Server, Happening.Send, 1, "one"),
                new(Actor.Server, Happening.Send, 2, "two"),
            ]
        );

    [Test]
    public void Later_clients_of_the_right_program_are_left_out()
    {
        var beside = Compare(
            _echo[..5],
            Awaited.Text,
            4711,
            [.. _echo, new(_other, Happening.Connect, 2), new(_other, Happening.Send, 2, "hei")]
        );

        Assert.That(beside!.Right().Rows, Has.Count.EqualTo(_echo.Length));
    }

    [Test]
    public void Bytes_that_were_not_kept_are_compared_by_their_number()
    {
        Step Sends(string text, int? total = null) => new(Actor.Server, Happening.Send, 1, text) { Total = total };
        Step[] right = [.. _echo[..4], Sends("hei", 2_000_000_000), Sends("end")];

        AssertDiffers(
            [.. _echo[..4], Sends("hei", 1_000_000_000), Sends("x", 1_000_000_000), Sends("end")],
            Awaited.Bytes,
            own: null,
            right: null,
            theRightOne: right
        );
        AssertDiffers(
            [.. _echo[..4], Sends("hei", 2_000_000_000), Sends("and")],
            Awaited.Bytes,
            own: 6,
            right: 6,
            theRightOne: right
        );
    }

    [Test]
    public void What_was_dropped_is_not_compared()
    {
        Step[] all =
        [
            .. _echo[..4],
            .. Enumerable.Repeat(new Step(Actor.Server, Happening.Send, 1, "x"), 3),
            .. _echo[4..],
        ];
        AssertDiffers(all, Awaited.Bytes, own: null, right: null, dropped: 3, hidden: 4);
    }

    [Test]
    public void The_mark_is_explained_where_there_is_one_and_nowhere_else()
    {
        var view = new ResultView(new English()) { DrawsBeside = true };
        foreach (var (name, result) in Recorded.All)
        {
            var drawn = Rendered.Lines(view.Of(result), width: 110);
            var isExplained = drawn.Any(line => line.Contains("the first difference"));
            Assert.That(
                isExplained,
                Is.EqualTo(drawn.Any(line => line.StartsWith('≠') || line.StartsWith("✗≠", StringComparison.Ordinal))),
                name
            );
        }
    }

    [Test]
    public void Every_recorded_failure_begins_to_differ_where_it_did_before() =>
        Baseline.AssertLooks(
            "beside.txt",
            from one in Recorded.All
            from step in one.Value.Steps
            where step.Finding is not null
            select ($"{one.Key}, step {step.Id}", DifferencesOf(Beside.Of(one.Value, step)!))
        );

    private static string DifferencesOf(Beside beside) =>
        $"own    {WordsOf(beside.Own())}\nright  {WordsOf(beside.Right())}";

    private static string WordsOf(Ladder ladder) =>
        ladder.Rows.OfType<EventRow>().FirstOrDefault(row => row.IsDifferent) is { } row
            ? $"{row.Number} {row.Who.Role}{row.Who.Number} {row.Mark} {row.Bytes?.Total}".Trim()
            : "nothing on the wire";

    private static void AssertDiffers(
        Step[] steps,
        Awaited awaited,
        int? own,
        int? right,
        int seed = 4711,
        Step[]? theRightOne = null,
        int dropped = 0,
        int hidden = 0
    )
    {
        var beside = Compare(steps, awaited, seed, theRightOne ?? _echo, dropped, hidden);

        Assert.That((DifferentIn(beside!.Own()), DifferentIn(beside.Right())), Is.EqualTo((own, right)));
    }

    private static int? DifferentIn(Ladder ladder) =>
        ladder.Rows.OfType<EventRow>().SingleOrDefault(row => row.IsDifferent)?.Number;

    private static Beside? Compare(
        Step[] steps,
        Awaited awaited,
        int seed,
        Step[] theRightOne,
        int dropped = 0,
        int hidden = 0
    )
    {
        var own = Conversation(steps);
        own = own with
        {
            Dropped = dropped,
            Timeline = [.. own.Timeline.Where((_, at) => at < hidden || at >= hidden + dropped)],
        };
        var finding = new Finding(Verdict.WrongBytes, awaited) { Timeline = own.Timeline };
        var failed = new StepResult("5d", StepStatus.Failed)
        {
            Situation = Situation.OneLine,
            Finding = finding,
            Diagnosis = Diagnosis.Of(Exercise.EchoServer, "5d", finding, isCommand: false),
        };
        var result = new ResultDocument(Exercise.EchoServer, new("a", ProgramLanguage.CSharp), 1, seed)
        {
            Steps = [failed],
            Conversations = [own],
        };
        return Beside.Of(
            result,
            failed,
            new RightProgram(result with { Seed = 4711, Conversations = [Conversation(theRightOne)] })
        );
    }

    private static ConversationRecord Conversation(Step[] steps) =>
        new(Situation.OneLine)
        {
            Connections =
            [
                .. steps
                    .Where(step => step.What is Happening.Connect)
                    .Select(step => new ConnectionEnds(step.Connection!.Value, step.Who, Actor.Server)),
            ],
            Timeline = [.. steps.Index().Select(one => one.Item.ToEntry(one.Index + 1))],
        };

    private sealed record Step(Actor Who, Happening What, int? Connection = null, string? Text = null)
    {
        public string? Note { get; init; }

        public int? Total { get; init; }

        public Entry ToEntry(int number) =>
            new(number, TimeSpan.FromMilliseconds(number), Who, What)
            {
                Connection = Connection,
                Peer =
                    Connection is null ? null
                    : Who == Actor.Server ? Actor.Client
                    : Actor.Server,
                Bytes = Text is null
                    ? null
                    : new(Encoding.UTF8.GetBytes(Text), Total ?? Encoding.UTF8.GetByteCount(Text)),
                Note = Note,
            };
    }
}
