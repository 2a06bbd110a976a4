using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>A row of bytes, quoted.</summary>
/// <param name="Kind">The meaning of the row.</param>
/// <param name="Text">The bytes, quoted.</param>
/// <param name="Note">The number of bytes.</param>
/// <param name="Indent">
/// The number of blanks before the text that put the first difference below that of the other row.
/// </param>
public sealed record QuotedRow(RowKind Kind, string Text, string Note, int Indent);

/// <summary>The mark at the first difference.</summary>
/// <param name="Column">The column in the rows, with their indents.</param>
/// <param name="Words">The difference, in words.</param>
public sealed record Caret(int Column, string Words);

/// <summary>A line of the timeline.</summary>
/// <param name="Number">Its place in the order of all events, from 1.</param>
/// <param name="Milliseconds">The time since the scenario began.</param>
/// <param name="Who">The actor.</param>
/// <param name="Event">The event, as a word for programs.</param>
/// <param name="Text">The event, in words for people.</param>
public sealed record TimelineLine(int Number, long Milliseconds, string Who, string Event, string Text);

/// <summary>A finding in words, as every view shows it.</summary>
public sealed record Explanation
{
    private const int RowWidth = 44;

    /// <summary>The symptom that was observed.</summary>
    public required string Observed { get; init; }

    /// <summary>The expectation.</summary>
    public required string Expected { get; init; }

    /// <summary>The bytes.</summary>
    public required IReadOnlyList<QuotedRow> Rows { get; init; }

    /// <summary>The mark at the first difference. Null if the bytes cannot be compared.</summary>
    public Caret? Caret { get; init; }

    /// <summary>What is wrong in the row of a drawing that has failed, in few words.</summary>
    public required string Failure { get; init; }

    /// <summary>The state of the connection and of the program.</summary>
    public required string State { get; init; }

    /// <summary>
    /// What the program itself has said about what went wrong; else its last lines of output, if they may tell more.
    /// </summary>
    public required IReadOnlyList<string> Printed { get; init; }

    /// <summary>The arguments that the program was started with, if it did not get all of them.</summary>
    public string? StartedWith { get; init; }

    /// <summary>The cause, if the source shows it; else one likely cause.</summary>
    public string? Cause { get; init; }

    /// <summary>The next thing to do.</summary>
    public required string Next { get; init; }

    /// <summary>A way for students to see it for themselves.</summary>
    public required string SeeIt { get; init; }

    /// <summary>The timeline.</summary>
    public required IReadOnlyList<TimelineLine> Timeline { get; init; }

    /// <summary>Explains a step that failed.</summary>
    public static Explanation Of(ResultDocument result, StepResult step, Catalogue texts)
    {
        var (exercise, finding) = (result.Exercise, step.Finding!);
        var diagnosis = step.Diagnosis!;
        var details = Details.Of(finding, diagnosis, exercise.Role);
        var caret = CaretColumn(finding, diagnosis.Difference);
        var expected = texts.Expected(finding.Awaited, details);
        return new()
        {
            Observed = texts.Observed(diagnosis.Observed, details),
            Expected = expected,
            Failure = diagnosis.Difference is null ? texts.ExpectedHere(expected) : texts.Words(diagnosis.Difference),
            Rows = [.. Row.Of(finding).Select(row => Quote(row, diagnosis.Difference, caret, texts))],
            Caret = diagnosis.Difference is { } difference ? new(caret, texts.Words(difference)) : null,
            State = texts.State(details),
            Printed = [.. OwnWords(finding, diagnosis).Select(Quoted.Escape)],
            StartedWith = diagnosis.Arguments is { } arguments ? texts.StartedWith(Quoted.Escape(arguments)) : null,
            Cause =
                step.Passage is { } passage ? texts.PointsAt(result.Program, passage)
                : diagnosis.Cause is { } cause ? texts.Likely(cause)
                : null,
            Next = texts.ToDo(diagnosis.Next, exercise, step.Id, result.Program.Name),
            SeeIt = texts.See(diagnosis.SeeIt),
            Timeline = [.. finding.Timeline.Select(entry => Line(entry, texts))],
        };
    }

    private static int CaretColumn(Finding finding, Difference? difference) =>
        Row.Of(finding).Max(row => (int?)Window(row, difference).Column) ?? 0;

    private static QuotedRow Quote(Row row, Difference? difference, int caret, Catalogue texts)
    {
        var (text, column) = Window(row, difference);
        var isCompared = difference is not null && row.Kind != RowKind.Sent;
        return new(row.Kind, text, texts.Bytes(row.Bytes.Total), isCompared ? caret - column : 0);
    }

    // Bytes on the wire begin at the same place, but a text may be anywhere in the output.
    private static (string Text, int Column) Window(Row row, Difference? difference)
    {
        var focus = row.Kind switch
        {
            RowKind.Received or RowKind.Printed => difference?.Offset,
            RowKind.Expected => difference?.Offset - (difference?.PartAt ?? 0),
            _ => null,
        };
        return Quoted.Window(row.Bytes, focus ?? 0, RowWidth);
    }

    private static ValueList<string> OwnWords(Finding finding, Diagnosis diagnosis) =>
        diagnosis is { Complaints.Count: 0, ShowsOutput: true } && finding.Program is { } program
            ? program.LastLines
            : diagnosis.Complaints;

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
