using System.Text;
using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Every language says the same: the phrases, the documents and the programs. The tests say what is missing.</summary>
public sealed partial class TranslationTests
{
    private static readonly Catalogue _english = Languages.All[0];

    // No line is broken in the middle of what a program has printed.
    private const int WideEnough = 1000;

    private static readonly string[] _tops = ["exercises", "solutions"];
    private static readonly string[] _kinds = ["*.cs", "*.razor"];

    // Words that stand in nearly every English sentence, and in no Spanish one.
    private static readonly HashSet<string> _englishWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "the",
        "of",
        "and",
        "is",
        "are",
        "was",
        "were",
        "with",
        "without",
        "not",
        "your",
        "its",
        "this",
        "that",
        "from",
        "by",
        "for",
        "which",
        "when",
        "have",
        "it",
        "to",
        "or",
        "but",
        "after",
        "before",
        "nothing",
        "nobody",
        "still",
        "came",
        "each",
        "every",
        "only",
        "then",
        "there",
        "them",
        "they",
        "what",
        "while",
        "would",
        "must",
        "may",
        "can",
        "does",
        "did",
    };

    public static IEnumerable<Catalogue> Others => Languages.All.Skip(1);

    public static IEnumerable<TestCaseData> Documents =>
        from language in Others
        from document in EnglishDocuments
        select new TestCaseData(language, document).SetArgDisplayNames(language.Code, document);

    public static IEnumerable<TestCaseData> Programs =>
        from language in Others
        from exercise in Exercise.All
        select new TestCaseData(language, exercise).SetArgDisplayNames(language.Code, exercise.Id);

    public static IEnumerable<TestCaseData> Results =>
        from language in Others
        from result in Recorded.All
        select new TestCaseData(language, result.Value).SetArgDisplayNames(language.Code, result.Key);

    private static IEnumerable<string> EnglishDocuments =>
        _tops
            .SelectMany(top =>
                Exercise.All.Select(exercise => $"{top}/{exercise.Folder}/README.md").Prepend($"{top}/README.md")
            )
            .Prepend("README.md");

    [TestCaseSource(nameof(Documents))]
    public void A_document_has_the_same_parts_in_every_language(Catalogue language, string document)
    {
        var translated =
            document == _english.KitReadMe
                ? language.KitReadMe
                : Path.Combine(Path.GetDirectoryName(document)!, language.ReadMe);

        Assert.That(PartsOf(Read(translated)), Is.EqualTo(PartsOf(Read(document))));
    }

    [TestCaseSource(nameof(Programs))]
    public void A_starter_differs_in_its_comments_alone(Catalogue language, Exercise exercise) =>
        Assert.That(
            CodeIn($"build/Starters/{language.Code}/{exercise.Folder}.cs"),
            Is.EqualTo(CodeIn($"build/Starters/en/{exercise.Folder}.cs"))
        );

    [TestCaseSource(nameof(Programs))]
    public void A_solution_differs_in_its_comments_and_texts_alone(Catalogue language, Exercise exercise) =>
        Assert.That(
            CodeIn($"solutions/{language.Code}/{exercise.Folder}/Program.cs").Select(WithoutTexts),
            Is.EqualTo(CodeIn($"solutions/{exercise.Folder}/Program.cs").Select(WithoutTexts))
        );

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void The_exercises_begin_with_the_English_starters(Exercise exercise) =>
        Assert.That(
            Read($"build/Starters/en/{exercise.Folder}.cs"),
            Is.EqualTo(Read($"exercises/{exercise.Folder}/Program.cs"))
        );

    [TestCaseSource(nameof(Others))]
    public void A_phrase_uses_the_same_arguments_in_every_language(Catalogue language)
    {
        using (Assert.EnterMultipleScope())
            foreach (var phrase in Phrase.All.Select(phrase => phrase.WithMarkedTexts()))
                Assert.That(
                    ArgumentsIn(phrase.In(language)),
                    Is.EquivalentTo(ArgumentsIn(phrase.In(_english))),
                    $"{phrase}"
                );
    }

    [TestCaseSource(nameof(Others))]
    public void Every_code_has_a_phrase_of_its_own(Catalogue language)
    {
        using (Assert.EnterMultipleScope())
            foreach (var phrases in Phrase.All.GroupBy(phrase => phrase.Member).Where(phrases => phrases.Count() > 1))
                Assert.That(phrases.Select(phrase => phrase.In(language)), Is.Unique.And.None.Empty, phrases.Key.Name);
    }

    [Test]
    public void Every_phrase_is_used()
    {
        var build = Path.Combine(KitFolder.Root, "build");
        var texts = Path.Combine(build, "Texts") + Path.DirectorySeparatorChar;
        var code = string.Concat(
            _kinds
                .SelectMany(kind => Directory.EnumerateFiles(build, kind, SearchOption.AllDirectories))
                .Where(file =>
                    !file.StartsWith(texts, StringComparison.Ordinal)
                    || Path.GetFileName(file).StartsWith("Catalogue", StringComparison.Ordinal)
                )
                .Select(File.ReadAllText)
        );
        var used = Word().Matches(AbstractMember().Replace(code, "")).Select(word => word.Value).ToHashSet();

        Assert.That(
            Phrase.All.Select(phrase => phrase.Member.Name.Replace("get_", "", StringComparison.Ordinal)).Distinct(),
            Is.SubsetOf(used)
        );
    }

    [TestCaseSource(nameof(Results))]
    public void A_result_holds_no_English(Catalogue language, ResultDocument result)
    {
        string[] shown =
        [
            string.Join('\n', Rendered.Lines(new ResultView(language) { DrawsAll = true }.Of(result), WideEnough)),
            new MarkdownView(language).Render(result),
            HtmlTests.WordsIn(new HtmlView(language).Render(result)),
        ];

        foreach (var text in shown)
            Assert.That(EnglishLinesIn(text, [result]), Is.Empty);
    }

    /// <summary>The lines with English words, apart from what the programs and their results quote.</summary>
    public static IEnumerable<string> EnglishLinesIn(string text, IEnumerable<ResultDocument> results) =>
        WithoutQuoted(text, results)
            .Split('\n')
            .Where(line => Word().Matches(line).Any(word => _englishWords.Contains(word.Value)));

    // The parts of a document, in their order: headings, blocks, items, rows, links and hints.
    private static List<string> PartsOf(string document)
    {
        var parts = new List<string>();
        var isCode = false;
        foreach (var line in document.Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                if (isCode)
                    parts.Add("code " + line.TrimStart('`', ' '));
            }
            else if (!isCode)
                parts.AddRange(PartsIn(line));
        }
        return parts;
    }

    private static IEnumerable<string> PartsIn(string line)
    {
        if (Heading().Match(line) is { Success: true } heading)
            yield return $"heading {heading.Value}";
        if (Item().Match(line) is { Success: true } item)
            yield return $"item {item.Value.TrimEnd()}";
        if (Hints().Match(line) is { Success: true } hints)
            yield return $"hints for {hints.Groups["step"].Value}";
        if (Marker().Match(line) is { Success: true } marker)
            yield return marker.Value;
        if (Row().Match(line) is { Success: true } row)
            yield return $"row {line.Count(letter => letter == '|')} {row.Groups["first"].Value}";
        foreach (Match link in Link().Matches(line))
            yield return $"link {WithoutLanguage(link.Groups["address"].Value)}";
    }

    // A document links to the documents of its own language, and the kit's own one may be in another folder.
    private static string WithoutLanguage(string address) =>
        LanguageOfReadMe()
            .Replace(
                Regex.Replace(address, @"^(\.\./)?(\.github/)?(?=README|exercises|solutions|build)", ""),
                "README.md"
            );

    private static IEnumerable<string> ArgumentsIn(string phrase) =>
        Marked()
            .Matches(phrase.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))
            .Select(one => one.Value)
            .Distinct();

    private static IEnumerable<string> CodeIn(string program) =>
        Read(program)
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => !line.StartsWith("//", StringComparison.Ordinal));

    private static string WithoutTexts(string line) => Text().Replace(line, "\"\"");

    // The language of the program, of its output and of the runtime does not change.
    private static string WithoutQuoted(string text, IEnumerable<ResultDocument> results)
    {
        foreach (
            var quoted in results
                .SelectMany(QuotedIn)
                .SelectMany(one => one.Split('\n', '\r'))
                .OrderByDescending(one => one.Length)
        )
            if (quoted.Trim() is { Length: > 0 } line)
                text = text.Replace(line, "", StringComparison.Ordinal);
        return CompilerMessage().Replace(Text().Replace(text, ""), "");
    }

    private static IEnumerable<string> QuotedIn(ResultDocument result) =>
        [
            result.Program.Name,
            .. result.Program.Files.Select(file => file.Text ?? ""),
            .. result.Conversations.SelectMany(PrintedIn),
            .. result.Steps.Select(step => step.Finding?.Program?.Crash?.Message ?? ""),
        ];

    private static IEnumerable<string> PrintedIn(ConversationRecord conversation) =>
        conversation
            .Timeline.Where(entry => entry.What is Happening.Print or Happening.PrintError)
            .GroupBy(entry => (entry.Who, entry.What))
            .Select(all => Encoding.UTF8.GetString([.. all.SelectMany(entry => entry.Bytes!)]));

    private static string Read(string path) =>
        File.ReadAllText(Path.Combine(KitFolder.Root, path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^#+(?= )")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(-|\d+\.) ")]
    private static partial Regex Item();

    [GeneratedRegex(@"<summary>.* (?<step>\w+)</summary>")]
    private static partial Regex Hints();

    [GeneratedRegex(@"<!-- \w+|<!-- /\w+ -->|^-->$")]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\s*\|( (?<first>`[^`]+`|\d[a-z]?|check) \|)?")]
    private static partial Regex Row();

    [GeneratedRegex(@"\]\((?<address>[^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"README(\.\w\w)?\.md$")]
    private static partial Regex LanguageOfReadMe();

    [GeneratedRegex(@"\d+|⟦\w+⟧")]
    private static partial Regex Marked();

    [GeneratedRegex(@"""([^""\\\n]|\\.)*?[""…]")]
    private static partial Regex Text();

    [GeneratedRegex(@"CS\d{4}: .*")]
    private static partial Regex CompilerMessage();

    [GeneratedRegex(@"\b[A-Za-z]\w*\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"^.*\babstract\b.*$", RegexOptions.Multiline)]
    private static partial Regex AbstractMember();
}
