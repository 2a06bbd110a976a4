using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>A row of bytes, quoted.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The bytes, quoted.</param>
/// <param name="Note">How many there are.</param>
public sealed record QuotedRow(RowKind Kind, string Text, string Note);

/// <summary>Points at the first difference.</summary>
/// <param name="Column">Where, in the text of the rows.</param>
/// <param name="Words">What is different there.</param>
public sealed record Caret(int Column, string Words);

/// <summary>A line of the timeline.</summary>
/// <param name="Number">Its place among all that happened, from 1.</param>
/// <param name="Milliseconds">Since the scenario began.</param>
/// <param name="Who">The actor.</param>
/// <param name="Event">What it did, as a word for programs.</param>
/// <param name="Text">What it did, for people.</param>
public sealed record TimelineLine(int Number, long Milliseconds, string Who, string Event, string Text);

/// <summary>A finding in words: what every view shows of it.</summary>
public sealed record Explanation
{
    private const int RowWidth = 44;

    /// <summary>What was observed.</summary>
    public required string Observed { get; init; }

    /// <summary>What was expected.</summary>
    public required string Expected { get; init; }

    /// <summary>The bytes.</summary>
    public required IReadOnlyList<QuotedRow> Rows { get; init; }

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
    public static Explanation Of(ResultDocument result, StepResult step, Catalogue texts)
    {
        var (exercise, finding) = (result.Exercise, step.Finding!);
        var diagnosis = step.Diagnosis!;
        var details = Details.Of(finding, diagnosis, exercise.Role);
        return new()
        {
            Observed = texts.Observed(diagnosis.Observed, details),
            Expected = texts.Expected(finding.Awaited, details),
            Rows = [.. Row.Of(finding).Select(row => Quote(row, finding, diagnosis.Difference, texts))],
            Caret = diagnosis.Difference is { } difference ? CaretAt(difference, finding.ReceivedBytes!, texts) : null,
            State = texts.State(details),
            Printed = diagnosis.ShowsOutput ? LastLines(finding) : [],
            Cause = diagnosis.Cause is { } cause ? texts.Likely(cause) : null,
            Next = texts.ToDo(diagnosis.Next, exercise, step.Id, result.Program.Name),
            SeeIt = texts.See(diagnosis.SeeIt),
            Timeline = [.. finding.Timeline.Select(entry => Line(entry, texts))],
        };
    }

    // Only bytes of the wire begin together: a text may stand anywhere in the output.
    private static QuotedRow Quote(Row row, Finding finding, Difference? difference, Catalogue texts)
    {
        var isWindow =
            row.Kind == RowKind.Received || (row.Kind == RowKind.Expected && finding.Awaited == Awaited.Bytes);
        var focus = isWindow ? difference?.Offset ?? 0 : 0;
        return new(row.Kind, Quoted.Window(row.Bytes, focus, RowWidth).Text, texts.Bytes(row.Bytes.Total));
    }

    private static Caret CaretAt(Difference difference, Bytes received, Catalogue texts) =>
        new(Quoted.Window(received, difference.Offset, RowWidth).Column, texts.Words(difference));

    private static string[] LastLines(Finding finding) => [.. (finding.Program?.LastLines ?? []).Select(Quoted.Escape)];

    /// <summary>A line of the timeline in words.</summary>
    public static TimelineLine Line(Entry entry, Catalogue texts) =>
        new(
            entry.Number,
            (long)entry.At.TotalMilliseconds,
            texts.Name(entry.Who),
            Word(entry.What),
            texts.Line(
                entry.What,
                entry.Bytes is null ? null : $"{Quoted.Text(entry.Bytes)}  {texts.Bytes(entry.Bytes.Total)}",
                entry.Note
            )
        );

    private static string Word(Happening what)
    {
        var name = what.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
