using System.Globalization;
using Lab.Build.Report;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words of a report, beside those of a result and of a drawing.
public sealed partial class English
{
    /// <inheritdoc />
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en");

    /// <inheritdoc />
    public override string StepPasses => "passes";

    /// <inheritdoc />
    public override string StepFails => "does not pass yet";

    /// <inheritdoc />
    public override string Heading(ReportPart part) =>
        part switch
        {
            ReportPart.Steps => "Steps",
            ReportPart.Wire => "What went over the wire",
            ReportPart.Service => "Who was served when",
            ReportPart.Printed => "What the program printed",
            ReportPart.Source => "The program",
            ReportPart.OtherFindings => "Other steps that do not pass yet",
            ReportPart.Conversations => "Every conversation of this check",
            ReportPart.Remarks => "Remarks",
        };

    /// <inheritdoc />
    public override string DescribeLadder(IReadOnlyList<string> lanes, int first, int last) =>
        $"Time runs downwards. Lanes from left to right: {List(lanes)}. It shows rows {Number(first)} to {Number(last)} of the table below.";

    /// <inheritdoc />
    public override string PartOf(string title, int part, int parts) => $"{title} ({Number(part)} of {Number(parts)})";

    /// <inheritdoc />
    public override string BarsLegend =>
        "thin: connected · thick: served · ○ an answer · × an answer with the bytes of another client";

    /// <inheritdoc />
    public override string DescribeBars(int clients) =>
        $"Time runs to the right, one bar for each of {Number(clients)} connections. The table below says the same.";

    /// <inheritdoc />
    public override string NeverServed => "never served";

    /// <inheritdoc />
    public override string ServedFrom(TimeSpan at) => $"served from {Number((long)at.TotalMilliseconds)} ms on";

    /// <inheritdoc />
    public override string GotBytesOf(Actor owner) => $"got bytes of {Name(owner)}";

    /// <inheritdoc />
    public override string Heading(ReportColumn column) =>
        column switch
        {
            ReportColumn.Time => "ms",
            ReportColumn.Since => "since before",
            ReportColumn.Who => "who",
            ReportColumn.ToWhom => "to whom",
            ReportColumn.Connection => "connection",
            ReportColumn.What => "what",
            ReportColumn.From => "connected from (ms)",
            ReportColumn.Until => "until (ms)",
            ReportColumn.Answers => "answers",
        };

    /// <inheritdoc />
    public override string SameAsTable => "The same as a table";

    /// <inheritdoc />
    public override string LineNumber(int number) => $"line {Number(number)}";

    /// <inheritdoc />
    public override string MoreLines(int lines) => lines == 1 ? "1 more line" : $"{Number(lines)} more lines";

    /// <inheritdoc />
    public override string MoreFiles(int files) => files == 1 ? "1 more file" : $"{Number(files)} more files";

    /// <inheritdoc />
    public override string NotInResult => "The result does not hold the text of this file.";

    /// <inheritdoc />
    public override string CheckAgain(string command) => $"Check again with the same words: {command}";
}
