using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>A row of bytes.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Text">The bytes, quoted.</param>
/// <param name="Note">How many there are.</param>
public sealed record Row(string Label, string Text, string Note);

/// <summary>Points at the first difference.</summary>
/// <param name="Column">Where, in the text of the rows.</param>
/// <param name="Words">What is different there.</param>
public sealed record Caret(int Column, string Words);

/// <summary>A line of the timeline.</summary>
/// <param name="Milliseconds">Since the scenario began.</param>
/// <param name="Who">The actor.</param>
/// <param name="Event">What it did, as a word for programs.</param>
/// <param name="Text">What it did, for people.</param>
public sealed record TimelineLine(long Milliseconds, string Who, string Event, string Text);

/// <summary>A finding in words: what every view shows of it.</summary>
public sealed record Explanation
{
    private const int RowWidth = 44;

    private static Catalogue Texts => Catalogue.Current;

    /// <summary>What was observed.</summary>
    public required string Observed { get; init; }

    /// <summary>What was expected.</summary>
    public required string Expected { get; init; }

    /// <summary>The bytes.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Where they differ; null where they cannot be compared.</summary>
    public Caret? Caret { get; init; }

    /// <summary>How the connection and the program stand.</summary>
    public required string State { get; init; }

    /// <summary>The last lines that the program printed, where they may tell more.</summary>
    public required IReadOnlyList<string> Printed { get; init; }

    /// <summary>One likely cause.</summary>
    public string? Cause { get; init; }

    /// <summary>What to do next.</summary>
    public required string Next { get; init; }

    /// <summary>How to see it oneself.</summary>
    public required string SeeIt { get; init; }

    /// <summary>What happened.</summary>
    public required IReadOnlyList<TimelineLine> Timeline { get; init; }

    /// <summary>Explains a step that failed.</summary>
    public static Explanation Of(ResultDocument result, StepResult step)
    {
        var facts = Facts.Of(result, step);
        var (rows, pointer) = Compare(facts);
        return new()
        {
            Observed = Texts.Observed(facts),
            Expected = Texts.Expected(facts),
            Rows = rows,
            Caret = pointer,
            State = Texts.State(facts),
            Printed = LastLines(facts.Finding),
            Cause = Texts.Cause(facts),
            Next = Texts.NextStep(facts, result.Program.Name),
            SeeIt = Texts.SeeIt(facts),
            Timeline = [.. facts.Finding.Timeline.Select(Line)],
        };
    }

    private static (IReadOnlyList<Row> Rows, Caret? Caret) Compare(Facts facts)
    {
        var (finding, difference) = (facts.Finding, facts.Difference);
        var rows = new List<Row>();
        if (finding.Sent is { Length: > 0 } sent && finding.Awaited != Awaited.Bytes)
            rows.Add(Whole(Texts.SentLabel, sent));
        if (finding.ExpectedBytes is not { } expected)
            return (rows, null);
        var received = finding.ReceivedBytes ?? new Bytes([], 0);
        // A text may stand anywhere in the output: there is no common beginning to align.
        var isAligned = finding.Awaited == Awaited.Bytes;
        var (text, column) = Quoted.Window(received, difference?.Offset ?? 0, RowWidth);
        rows.Add(
            isAligned
                ? new(
                    Texts.ExpectedLabel,
                    Quoted.Window(expected, difference?.Offset ?? 0, RowWidth).Text,
                    Texts.Bytes(expected.Total)
                )
                : Whole(Texts.ExpectedLabel, expected)
        );
        rows.Add(new(Texts.ReceivedLabel, text, Texts.Bytes(received.Total)));
        var words = difference is null ? null : Texts.Words(difference);
        return (rows, words is null || received.Length == 0 ? null : new(column, words));
    }

    private static Row Whole(string label, Bytes bytes) =>
        new(label, Quoted.Text(bytes, RowWidth), Texts.Bytes(bytes.Total));

    private static string[] LastLines(Finding finding) =>
        finding.Verdict
            is Verdict.ProcessEnded
                or Verdict.EndedEarly
                or Verdict.StillRunning
                or Verdict.ListensElsewhere
            ? [.. (finding.Program?.LastLines ?? []).Select(line => Quoted.Escape(line))]
            : [];

    /// <summary>A line of the timeline in words.</summary>
    public static TimelineLine Line(Entry entry) =>
        new(
            (long)entry.At.TotalMilliseconds,
            Texts.Name(entry.Who),
            Word(entry.What),
            Texts.Line(
                entry.What,
                entry.Bytes is null ? null : $"{Quoted.Text(entry.Bytes)}  {Texts.Bytes(entry.Bytes.Total)}",
                entry.Note
            )
        );

    private static string Word(Happening what)
    {
        var name = what.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
