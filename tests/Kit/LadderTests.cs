using System.Text;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;
using Spectre.Console.Rendering;

namespace Lab.Kit.Tests;

/// <summary>The drawing of a conversation as a ladder, and how it looks in a terminal.</summary>
public sealed class LadderTests
{
    private static readonly Actor _one = new(Role.Client, 1);
    private static readonly Actor _two = new(Role.Client, 2);

    private readonly List<Entry> _entries = [];

    [Test]
    public void The_server_stands_at_the_right_and_the_others_in_the_order_in_which_they_appear()
    {
        Add(0, Actor.Server, Happening.Start);
        Connect(1, _two, 1);
        Connect(2, _one, 2);

        Assert.That(Ladder.Of(_entries).Lanes, Is.EqualTo([_two, _one, Actor.Server]));
    }

    [Test]
    public void A_conversation_without_events_is_drawn_too() =>
        Assert.That(Drawn(80), Has.Length.EqualTo(1).And.One.Contains("+ms"));

    [Test]
    public void A_second_without_events_is_one_row()
    {
        Connect(0, Actor.Client, 1);
        Add(4900, Actor.Check, Happening.GiveUp);

        Assert.That(((SilenceRow)Ladder.Of(_entries).Rows[1]).Length, Is.EqualTo(Milliseconds(4900)));
        Assert.That(Drawn(80), Has.One.Contains("4.9 s nothing"));
    }

    [Test]
    public void Entries_that_the_timeline_has_dropped_are_counted()
    {
        Connect(0, Actor.Client, 1);
        _entries.Add(new(1200, Milliseconds(5), Actor.Client, Happening.Close) { Peer = Actor.Server, Connection = 1 });

        Assert.That(Ladder.Of(_entries).Rows.OfType<ElisionRow>().Single().Count, Is.EqualTo(1198));
        Assert.That(Drawn(80), Has.One.Contains("1,198 events are left out"));
    }

    [Test]
    public void A_long_conversation_keeps_its_first_rows_and_those_that_led_to_the_failure()
    {
        for (var at = 1; at <= 100; at++)
            Add(at, Actor.Server, Happening.Accept);

        var ladder = Ladder.Of(_entries, _entries[59], mostRows: 10);

        Assert.That(
            ladder.Rows.OfType<EventRow>().Select(row => row.Number),
            Is.EqualTo([1, 2, 56, 57, 58, 59, 60, 61])
        );
        Assert.That(ladder.Rows.OfType<ElisionRow>().Select(row => row.Count), Is.EqualTo([53, 39]));
    }

    [Test]
    public void A_long_conversation_keeps_every_row_that_something_is_said_about()
    {
        Connect(0, _one, 1);
        Connect(0, _two, 2);
        Send(0, _two, Actor.Server, 2, "from the 2nd");
        for (var at = 0; at < 100; at++)
            Add(1, Actor.Server, Happening.Accept);
        Send(2, Actor.Server, _one, 1, "from the 2nd");
        for (var at = 0; at < 100; at++)
            Add(3, Actor.Server, Happening.Accept);

        var ladder = Ladder.Of(_entries, _entries[^1], mostRows: 20, differentAt: 50);

        Assert.That(ladder.Rows, Has.Count.EqualTo(20));
        Assert.That(
            ladder.Rows.OfType<EventRow>().Where(row => row.IsFailed || row.IsDifferent || row.Owner is not null),
            Has.Exactly(3).Items
        );
    }

    [Test]
    public void What_takes_the_room_of_one_row_is_not_left_out()
    {
        for (var at = 1; at <= 12; at++)
            Add(at * 2000, Actor.Server, Happening.Accept);

        for (var most = 2; most < 24; most++)
            Assert.That(
                Ladder
                    .Of(_entries, _entries[5], most, differentAt: 3)
                    .Rows.OfType<ElisionRow>()
                    .Select(row => row.Count),
                Is.All.GreaterThan(0)
            );
    }

    [Test]
    public void The_client_that_had_sent_stray_bytes_has_a_lane()
    {
        var result = Recorded.All["Ex3-step-6c--a-message-that-the-threads-share"];

        var ladder = Ladder.Of(result.Steps.Single(step => step.Id == "6c"), Role.Server, mostRows: 20);

        Assert.That(ladder.Lanes, Does.Contain(_two));
    }

    [TestCase(6)]
    [TestCase(60)]
    public void A_client_is_served_when_it_is_accepted_although_this_is_left_out(int mostRows)
    {
        Connect(0, _one, 1);
        Connect(1, _two, 2);
        for (var at = 0; at < 20; at++)
            Add(2, Actor.Server, Happening.Print, bytes: "\n");
        Add(500, Actor.Server, Happening.Accept, _two, 2);
        Send(501, _one, Actor.Server, 1, "from the first");
        Send(502, Actor.Server, _two, 2, "from the first");
        for (var at = 0; at < 20; at++)
            Add(503, Actor.Server, Happening.Accept);
        Add(504, Actor.Server, Happening.Accept);

        var bars = Ladder.Of(_entries, _entries[1], mostRows).Bars;

        Assert.That((bars[1].ServedFrom!.At, bars[1].StrayOwner), Is.EqualTo((Milliseconds(500), _one)));
        Assert.That(bars[1].To.At, Is.EqualTo(Milliseconds(504)), "it is never closed");
    }

    [Test]
    public void At_most_eight_actors_have_a_lane_and_those_who_failed_are_among_them()
    {
        for (var number = 1; number <= 30; number++)
            Connect(number, new Actor(Role.Client, number), number);
        Send(40, Actor.Server, new Actor(Role.Client, 29), 29, "x");

        var ladder = Ladder.Of(_entries, _entries[^1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ladder.Lanes, Has.Count.EqualTo(Ladder.MostLanes));
            Assert.That(ladder.Lanes, Does.Contain(new Actor(Role.Client, 29)).And.Contains(Actor.Server));
            Assert.That(ladder.HiddenLanes, Is.EqualTo(31 - Ladder.MostLanes));
            Assert.That(Lines(ladder, 80), Has.One.Contains("23 more are not drawn"));
        }
    }

    [Test]
    public void Actors_whose_events_are_all_left_out_are_counted_too()
    {
        for (var number = 1; number <= 30; number++)
            Connect(number, new Actor(Role.Client, number), number);

        var ladder = Ladder.Of(_entries, mostRows: 10);

        Assert.That(ladder.HiddenLanes, Is.EqualTo(31 - ladder.Lanes.Count));
    }

    [TestCase(60)]
    [TestCase(80)]
    [TestCase(120)]
    public void Several_connections_of_one_client_are_told_apart(int width)
    {
        for (var connection = 1; connection <= 2; connection++)
        {
            Connect(0, Actor.Client, connection);
            Send(1, Actor.Server, Actor.Client, connection, "hei");
            Add(2, Actor.Client, Happening.Close, Actor.Server, connection);
        }

        var drawn = Drawn(width);

        foreach (var words in new[] { "#1 connect", "#2 connect", "#1 \"hei\"", "#2 \"hei\"", "#1 FIN", "#2 FIN" })
            Assert.That(drawn, Has.One.Contains(words));
    }

    [Test]
    public void A_client_that_is_not_served_meanwhile_has_another_lane_than_the_one_that_is()
    {
        Connect(0, _one, 1);
        Connect(1, _two, 2);
        Add(2, Actor.Server, Happening.Accept, _one, 1);
        Add(3, Actor.Check, Happening.GiveUp);

        Assert.That(Drawn(80)[^1], Does.Match("║ +│ +│  gave up"));
    }

    [Test]
    public void A_server_whose_accepts_are_not_seen_serves_whom_it_sends_to()
    {
        Connect(0, _one, 1);
        Connect(1, _two, 2);
        Send(2, Actor.Server, _two, 2, "hei");

        Assert.That(Ladder.Of(_entries).Rows[^1].Presence.Served, Is.EqualTo([_two]));
    }

    [Test]
    public void Bytes_that_go_to_the_wrong_client_are_told()
    {
        Connect(0, _one, 1);
        Connect(1, _two, 2);
        Send(2, _two, Actor.Server, 2, "from the 2nd");
        Send(3, Actor.Server, _one, 1, "from the 2nd");

        Assert.That(((EventRow)Ladder.Of(_entries).Rows[^1]).Owner, Is.EqualTo(_two));
        Assert.That(Drawn(120)[^1], Does.Contain("client 2 had sent this"));
    }

    [Test]
    public void A_client_gets_its_own_bytes_although_another_has_sent_the_same()
    {
        Connect(0, _one, 1);
        Connect(1, _two, 2);
        Send(2, _one, Actor.Server, 1, "the same");
        Send(3, _two, Actor.Server, 2, "the same");
        Send(4, Actor.Server, _two, 2, "the same");

        Assert.That(((EventRow)Ladder.Of(_entries).Rows[^1]).Owner, Is.Null);
    }

    [Test]
    public void The_failure_stands_at_the_bytes_of_the_client_that_got_the_wrong_ones()
    {
        var result = Recorded.All["Ex3-step-6c--a-message-that-the-threads-share"];
        var step = result.Steps.Single(step => step.Id == "6c");

        var failed = Ladder.Of(step, Role.Server).Rows.OfType<EventRow>().Single(row => row.IsFailed);

        Assert.That((failed.Number, failed.To, failed.Owner), Is.EqualTo((38, _one, _two)));
    }

    [Test]
    public void The_failure_stands_at_the_piece_in_which_the_bytes_begin_to_differ()
    {
        Connect(0, _one, 1);
        Send(1, _one, Actor.Server, 1, "hei 4711");
        foreach (var piece in new[] { "hei ", "4712", "!" })
            Send(2, Actor.Server, _one, 1, piece);
        Add(3, Actor.Check, Happening.GiveUp);

        Assert.That(FailedIn("hei 4711", "hei 4712!").Number, Is.EqualTo(4));
    }

    [Test]
    public void The_failure_stands_at_the_end_if_no_connection_has_these_bytes()
    {
        foreach (var client in new[] { _one, _two })
        {
            Connect(0, client, client.Number!.Value);
            Send(1, client, Actor.Server, client.Number.Value, "hei 4711");
            Send(2, Actor.Server, client, client.Number.Value, "hei 4711");
        }
        Add(3, Actor.Check, Happening.GiveUp);

        Assert.That(FailedIn("hei 4711", "other").Mark, Is.EqualTo(Mark.GaveUp));
    }

    [Test]
    public void A_few_pieces_are_drawn_one_by_one_and_many_as_what_they_are()
    {
        Connect(0, Actor.Client, 1);
        Send(1, Actor.Client, Actor.Server, 1, new string('x', 70));
        for (var at = 2; at < 4; at++)
            Send(at, Actor.Server, Actor.Client, 1, "xxxxx");
        Assert.That(Ladder.Of(_entries).Rows.OfType<EventRow>().Count(row => row.Who == Actor.Server), Is.EqualTo(2));

        for (var at = 4; at < 14; at++)
            Send(at, Actor.Server, Actor.Client, 1, "xxxxx");
        Assert.That(Drawn(120)[^1], Does.Contain("60 B in 12 pieces"));
    }

    [Test]
    public void Pieces_of_any_size_are_joined()
    {
        for (var at = 0; at < 8; at++)
            _entries.Add(
                new(at + 1, Milliseconds(at), Actor.Server, Happening.Send)
                {
                    Peer = Actor.Client,
                    Connection = 1,
                    Bytes = new("x"u8, 2_000_000_000),
                }
            );

        Assert.That(((EventRow)Ladder.Of(_entries).Rows.Single()).Bytes!.Total, Is.EqualTo(int.MaxValue));
    }

    [Test]
    public void The_second_FIN_of_a_connection_is_no_half_close()
    {
        Connect(0, Actor.Client, 1);
        Add(1, Actor.Server, Happening.HalfClose, Actor.Client, 1);
        Add(2, Actor.Client, Happening.Close, Actor.Server, 1);
        Add(3, Actor.Server, Happening.HalfClose, Actor.Client, 1);

        Assert.That(
            Ladder.Of(_entries).Rows.OfType<EventRow>().Select(row => row.Mark),
            Is.EqualTo([Mark.Connect, Mark.HalfClose, Mark.Fin, Mark.Fin])
        );
    }

    [Test]
    public void Each_row_tells_the_time_since_the_row_before()
    {
        foreach (var (name, result) in Recorded.All)
        {
            foreach (var conversation in result.Conversations)
            {
                var rows = Ladder.Of(result, conversation, mostRows: 20).Rows.OfType<EventRow>().ToList();
                Assert.That(rows.Sum(row => row.MillisecondsSince), Is.EqualTo(rows[^1].Milliseconds), name);
                Assert.That(rows.Select(row => row.Since), Is.All.GreaterThanOrEqualTo(TimeSpan.Zero), name);
            }
        }
    }

    [Test]
    public void Rows_that_come_one_by_one_are_the_same_as_all_at_once()
    {
        foreach (var conversation in Recorded.All.Values.SelectMany(result => result.Conversations))
        {
            var layout = new LadderLayout();
            var grown = conversation.Timeline.SelectMany(layout.Add).OfType<EventRow>().Select(row => row.Number);
            Assert.That(grown, Is.EqualTo(conversation.Timeline.Select(entry => entry.Number)));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Every_kind_of_event_looks_different(bool unicode)
    {
        Connect(0, Actor.Client, 1);
        foreach (var what in Enum.GetValues<Happening>().Except([Happening.GiveUp]))
            Add(1, Actor.Client, what, Actor.Server, 1, "x");
        Add(1, Actor.Client, Happening.Fail, note: "Connect: ConnectionRefused");
        Add(1, Actor.Client, Happening.Fail, note: "Receive: TimedOut");

        var drawings = Drawn(80, unicode).Skip(2).Select(line => line[17..]).ToList();

        Assert.That(drawings, Is.Unique);
    }

    [Test]
    public void A_terminal_without_Unicode_gets_only_ASCII()
    {
        foreach (var (name, result) in Recorded.All)
        {
            foreach (var conversation in result.Conversations)
            {
                var lines = Rendered.Lines(View(Ladder.Of(conversation.Timeline)), 80, unicode: false);
                Assert.That(lines.Where(line => !Ascii.IsValid(line)), Is.Empty, name);
            }
        }
    }

    [Test]
    public void The_bytes_of_a_program_are_told_from_the_sign_of_a_cut_in_ASCII()
    {
        Connect(0, Actor.Client, 1);
        Send(1, Actor.Client, Actor.Server, 1, "ñ…~");

        Assert.That(
            Drawn(120, unicode: false)[^1],
            Does.Contain(
                """
                "\xc3\xb1\xe2\x80\xa6~"
                """
            )
        );
    }

    [Test]
    public void Wide_and_combining_characters_count_as_they_are_shown()
    {
        Connect(0, Actor.Client, 1);
        foreach (var text in new[] { "hello", "日本語", "e\u0301a\u0308", "👍🏽" })
            Send(1, Actor.Client, Actor.Server, 1, text);

        var widths = Drawn(80).Skip(2).Select(line => WidthOf(line)).Distinct();

        Assert.That(widths.Count(), Is.EqualTo(1), string.Join('\n', Drawn(80)));
    }

    [TestCase(40)]
    [TestCase(58)]
    [TestCase(80)]
    [TestCase(120)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        foreach (var (name, result) in Recorded.All)
        {
            foreach (var conversation in result.Conversations)
            {
                var lines = Lines(Ladder.Of(conversation.Timeline, conversation.Timeline[^1]), width);
                Assert.That(lines.Where(line => WidthOf(line) > width), Is.Empty, name);
            }
        }
    }

    [TestCase(4)]
    [TestCase(9)]
    public void A_ladder_takes_no_more_lines_than_it_may(int lines)
    {
        foreach (
            var step in Recorded.All.Values.SelectMany(result => result.Steps).Where(one => one.Finding is not null)
        )
        {
            var view = new LadderView(most => Ladder.Of(step.Finding!.Timeline, mostRows: most), new English())
            {
                MostLines = lines,
            };
            Assert.That(Rendered.Lines(view, 80), Has.Length.LessThanOrEqualTo(lines));
        }
    }

    [Test]
    public void Every_conversation_of_a_passing_program_is_drawn_on_request() =>
        Baseline.AssertLooks("ladder-80.txt", Conversations(80, unicode: true));

    [Test]
    public void Every_conversation_of_a_passing_program_is_drawn_on_request_in_ASCII() =>
        Baseline.AssertLooks("ladder-ascii.txt", Conversations(120, unicode: false));

    private static IEnumerable<(string, string)> Conversations(int width, bool unicode) =>
        from one in Recorded.All
        where one.Value.Outcome == Outcome.Passed
        let view = new ResultView(new English()) { DrawsAll = true }.Of(one.Value)
        select (one.Key, string.Join('\n', Rendered.Lines(view, width, unicode)));

    private EventRow FailedIn(string sent, string received)
    {
        var finding = new Finding(Verdict.WrongBytes, Awaited.Bytes)
        {
            Sent = Encoding.UTF8.GetBytes(sent),
            ExpectedBytes = Encoding.UTF8.GetBytes(sent),
            ReceivedBytes = Encoding.UTF8.GetBytes(received),
            Timeline = [.. _entries],
        };
        var step = new StepResult("6c", StepStatus.Failed)
        {
            Finding = finding,
            Diagnosis = Diagnosis.Of(Exercise.ThreadedServer, "6c", finding, isCommand: false),
        };
        return Ladder.Of(step, Role.Server).Rows.OfType<EventRow>().Single(row => row.IsFailed);
    }

    private static LadderView View(Ladder ladder) =>
        new(_ => ladder, new English()) { Failure = "some words about it" };

    private static string[] Lines(Ladder ladder, int width, bool unicode = true) =>
        Rendered.Lines(View(ladder), width, unicode);

    private string[] Drawn(int width, bool unicode = true) => Lines(Ladder.Of(_entries), width, unicode);

    private void Connect(int at, Actor client, int connection) =>
        Add(at, client, Happening.Connect, Actor.Server, connection);

    private void Send(int at, Actor who, Actor peer, int connection, string text) =>
        Add(at, who, Happening.Send, peer, connection, bytes: text);

    private void Add(
        int at,
        Actor who,
        Happening what,
        Actor? peer = null,
        int? connection = null,
        string? bytes = null,
        string? note = null
    ) =>
        _entries.Add(
            new(_entries.Count + 1, Milliseconds(at), who, what)
            {
                Peer = peer,
                Connection = connection,
                Bytes = bytes is null ? null : Encoding.UTF8.GetBytes(bytes),
                Note = note,
            }
        );

    private static int WidthOf(string line) => new Segment(line).CellCount();

    private static TimeSpan Milliseconds(int number) => TimeSpan.FromMilliseconds(number);

    [SetUp]
    public void Begin() => _entries.Clear();
}
