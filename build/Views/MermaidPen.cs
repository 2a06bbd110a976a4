using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lab.Build.Drawing;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>
/// Draws a ladder as a sequence diagram of Mermaid, which GitHub and GitLab show in Markdown. What Mermaid has no sign
/// for is said in words.
/// </summary>
/// <param name="texts">The language.</param>
public sealed partial class MermaidPen(Catalogue texts)
{
    // A longer label pushes the lanes apart.
    private const int Room = 72;

    /// <summary>The diagram.</summary>
    /// <param name="ladder">The ladder. It has at least one lane.</param>
    /// <param name="failure">What is wrong in the row that has failed, in words. Null if none has.</param>
    public string Draw(Ladder ladder, string? failure = null)
    {
        var lanes = ladder.Lanes.Index().ToDictionary(lane => lane.Item, lane => $"p{lane.Index}");
        var all = ladder.Lanes.Count > 1 ? $"p0,p{ladder.Lanes.Count - 1}" : "p0";
        var words = new RowWords(texts, ladder.HasSeveralConnections);
        string WordsOf(EventRow row) =>
            string.Create(CultureInfo.InvariantCulture, $"{row.Milliseconds} ms · {words.Of(row, Room)}");
        string Note(string place, string text) => $"Note over {place}: {Escaped(text)}";
        IEnumerable<string> Lines(Row row) =>
            row switch
            {
                SilenceRow silence => [Note(all, texts.Silence(silence.Length))],
                ElisionRow elision => [Note(all, texts.LeftOut(elision.Count))],
                EventRow { To: { } to } one =>
                [
                    $"{lanes[one.Who]}{HeadOf(one.Mark)}{lanes[to]}: {Escaped(WordsOf(one))}",
                    .. RemarksOn(one, failure).Select(remark => Note(all, remark)),
                ],
                EventRow one =>
                [
                    Note(lanes.GetValueOrDefault(one.Who, all), WordsOf(one)),
                    .. RemarksOn(one, failure).Select(remark => Note(all, remark)),
                ],
                _ => [],
            };
        string[] lines =
        [
            .. ladder.Lanes.Select(actor => $"participant {lanes[actor]} as {Escaped(texts.Name(actor))}"),
            .. ladder.HiddenLanes > 0 ? [Note(all, texts.WithoutLane(ladder.HiddenLanes))] : Array.Empty<string>(),
            .. ladder.Rows.SelectMany(Lines),
        ];
        return "sequenceDiagram" + string.Concat(lines.Select(line => $"\n    {line}"));
    }

    private IEnumerable<string> RemarksOn(EventRow row, string? failure)
    {
        if (row.Owner is { } owner)
            yield return $"✗ {texts.Stray(owner)}";
        if (row.IsFailed && failure is not null)
            yield return $"✗ {failure}";
    }

    // Whatever closes is dashed, and whatever breaks has a cross.
    private static string HeadOf(Mark mark) =>
        mark switch
        {
            Mark.HalfClose or Mark.Fin => "--)",
            Mark.Reset => "-x",
            Mark.Refused => "--x",
            Mark.Datagram => "-)",
            _ => "->>",
        };

    /// <summary>A text that means nothing to Mermaid: a character that could becomes an entity such as <c>#35;</c>.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var keywords = Keyword().Matches(text).Select(word => word.Index).ToHashSet();
        foreach (var (at, letter) in text.Index())
            escaped.Append(
                char.IsControl(letter) || keywords.Contains(at) || char.IsAscii(letter) && !IsPlain(letter)
                    ? string.Create(CultureInfo.InvariantCulture, $"#{(int)letter};")
                    : letter
            );
        return escaped.ToString();
    }

    private static bool IsPlain(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.' or ',' or '(' or ')' or '-' or '\'' or '"';

    // This word ends a block, wherever it is.
    [GeneratedRegex(@"\bend\b", RegexOptions.IgnoreCase)]
    private static partial Regex Keyword();
}
