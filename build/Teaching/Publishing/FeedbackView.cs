using Lab.Build.Teaching.Rules;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Teaching.Publishing;

/// <summary>
/// Writes the feedback for a student, as a web page and as Markdown. Students, their programs and their commits can become
/// neither markup nor a mention of somebody.
/// </summary>
/// <param name="run">The language of the run, for students without a language of their own.</param>
public sealed class FeedbackView(Catalogue run)
{
    /// <summary>The feedback as a web page: one file that needs no network and no script.</summary>
    public string Html(GradedStudent student) =>
        HtmlView.PageOf<FeedbackPage>(
            new() { [nameof(FeedbackPage.Student)] = student, [nameof(FeedbackPage.Language)] = LanguageOf(student) }
        );

    /// <summary>The feedback as Markdown.</summary>
    public string Markdown(GradedStudent student)
    {
        var texts = LanguageOf(student);
        return string.Join("\n\n", new Writer(student, texts, new(student, texts)).Parts()) + "\n";
    }

    private Catalogue LanguageOf(GradedStudent student) => Languages.Find(student.Student.Language) ?? run;

    private sealed record Writer(GradedStudent Student, Catalogue Texts, FeedbackWords Words)
    {
        public IEnumerable<string> Parts() =>
            [
                $"# {Code(Words.Name)} · {Text(Texts.KitTitle)}",
                $"**{Text(Words.Total)}**. {Text(Words.TotalExplained)}",
                $"## {Text(Texts.Heading(FeedbackPart.Points))}",
                Table(
                    Words.PointsHeadings,
                    Words.PointsRows.Select(row => new[] { row.Part, row.Points, row.Most, row.State }.Select(Text))
                ),
                Items(Words.General),
                $"## {Text(Texts.Heading(FeedbackPart.Commits))}",
                .. Commits(),
                .. Student.Grade.Exercises.SelectMany(OfExercise),
            ];

        private IEnumerable<string> Commits()
        {
            if (Words.CommitRows is { Count: > 0 } rows)
                yield return Table(Words.CommitHeadings, rows.Select(CellsOf));
            if (Words.OnCommits.ToList() is { Count: > 0 } lines)
                yield return Items(lines);
        }

        // What a student has written is in code. A bar would end the cell even there.
        private static IEnumerable<string> CellsOf(CommitRow row) =>
            [
                Code(row.Hash),
                Text(row.Committed),
                Text(row.Authored),
                Code(row.Author),
                Code(row.Message),
                Text(row.Counts),
            ];

        private IEnumerable<string> OfExercise(ExerciseGrade grade)
        {
            yield return $"## {Text($"{Texts.NameOfPart(grade.Part)} · {Words.PointsOf(grade)}")}";
            yield return Items(Words.On(grade));
            if (FeedbackWords.SeenInstead(grade) is { Count: > 0 } seen)
                yield return $"{Text(Texts.SeenInstead)}\n\n{string.Join('\n', seen.Select(path => $"- {Code(path)}"))}";
            if (Student.ResultOf(grade.Exercise) is { } result)
                yield return new MarkdownView(Texts) { Level = 3 }
                    .Render(result)
                    .TrimEnd('\n');
        }

        private static string Items(IEnumerable<string> lines) =>
            string.Join('\n', lines.Select(line => $"- {Text(line)}"));

        private static string Table(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
        {
            string[] names = [.. headings.Select(Text)];
            return string.Join(
                '\n',
                rows.Prepend(names.Select(_ => "---")).Prepend(names).Select(row => $"| {string.Join(" | ", row)} |")
            );
        }

        private static string Text(string words) => MarkdownView.Text(words);

        private static string Code(string text) =>
            text.Length == 0 ? "" : MarkdownView.Code(text).Replace("|", "\\|", StringComparison.Ordinal);
    }
}
