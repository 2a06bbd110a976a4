using Lab.Build.Teaching;
using Lab.Build.Teaching.Rules;

namespace Lab.Build.Texts;

// The teacher's rule and marks.
public sealed partial class English
{
    /// <inheritdoc />
    public override string NoSuchFile(string file) => $"{file}: there is no such file.";

    /// <inheritdoc />
    public override string FileNotRead(string file, string why) => $"{file} cannot be read. {why}";

    /// <inheritdoc />
    public override string FileNotWritten(string file, string why) => $"{file} cannot be written. {why}";

    /// <inheritdoc />
    public override string RuleIsNotJson(string file, long line) =>
        $"{file} is not JSON. Look at line {Number(line)}: a comma, a quote or a bracket may be missing.";

    /// <inheritdoc />
    public override string RuleHasFlaws(string file) => $"{file} cannot be used:";

    /// <inheritdoc />
    public override string RuleHasNoDeadline(string file) =>
        $"{file} has no deadline, and grading needs one. Add a line such as  \"deadline\": \"2026-03-06T23:59+01:00\",  "
        + $"to it. There is no such file? {Script} --target=Grade --init --config=grading.json  writes one.";

    /// <inheritdoc />
    public override string RuleExists(string file) =>
        $"{file} exists already, and stays as it is. Name another file, or delete this one first.";

    /// <inheritdoc />
    public override string Demanded(RuleExpectation expected, string words) =>
        expected switch
        {
            RuleExpectation.Settings => "an object in curly brackets is expected.",
            RuleExpectation.List => "a list in square brackets is expected, with something in it.",
            RuleExpectation.Text => "a text in quotes is expected.",
            RuleExpectation.Time => "a time with its offset from UTC is expected, such as \"2026-03-06T23:59+01:00\".",
            RuleExpectation.Points => "points are expected: a number from 0 to 1000.",
            RuleExpectation.Factor => "a number from 0 to 1 is expected, such as 0.5.",
            RuleExpectation.Digits => "a number of digits is expected, from 0 to 10.",
            RuleExpectation.Count => "a whole number from 0 to 100 is expected.",
            RuleExpectation.Weight => "a weight is expected: a number from 0 to 1000.",
            RuleExpectation.Excuse => "a student's id is expected, or { \"student\": \"id\", \"part\": \"Ex2\" }.",
            RuleExpectation.OneOf => $"one of these is expected: {words}.",
            RuleExpectation.Property => $"there is no such setting. These are known here: {words}.",
            RuleExpectation.Missing => $"this is missing: {words}.",
            RuleExpectation.Once => "this setting is there more than once.",
            RuleExpectation.Sum => $"the parts do not make the total (total, sum of the parts: {words}).",
            RuleExpectation.Step => $"the exercise has no such step. Its steps are {words}.",
            RuleExpectation.SomeWeight => "at least one step needs a weight above 0.",
            RuleExpectation.After => $"this must be later than {words}.",
        };

    /// <inheritdoc />
    public override string CsvLacksColumns(string file, IReadOnlyList<string> missing, IReadOnlyList<string> found) =>
        $"{file} lacks columns: {List(missing)}. Its first line names these: {List(found)}.";

    /// <inheritdoc />
    public override string CsvMalformed(string file, long line) =>
        $"{file} cannot be used: look at the quotes in line {Number(line)}.";

    /// <inheritdoc />
    public override string CsvHasBadRows(string file) => $"{file} has rows that cannot be used. None of it was taken:";

    /// <inheritdoc />
    public override string InRow(long line, string why) => $"  line {Number(line)}: {why}";

    /// <inheritdoc />
    public override string WhyBad(CsvFlaw flaw, string cell, string limit) =>
        flaw switch
        {
            CsvFlaw.Student => $"the class has no student \"{cell}\". Write the id or the e-mail address.",
            CsvFlaw.Part => $"\"{cell}\" is no part of the grade. There are {limit}.",
            CsvFlaw.Number => $"\"{cell}\" is no number of points.",
            CsvFlaw.TooMany => $"{cell} points are too many: there are {limit}.",
            CsvFlaw.Again => $"there is a mark for {cell} already, in line {limit}.",
        };
}
