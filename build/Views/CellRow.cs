using System.Globalization;
using System.Text;

namespace Lab.Build.Views;

/// <summary>A line of a terminal, into which texts are put at columns.</summary>
internal sealed class CellRow
{
    private readonly List<string> _cells = [];

    /// <summary>Puts a text over what is there.</summary>
    /// <returns>The column behind the text.</returns>
    public int Put(int column, string text)
    {
        foreach (var letter in Letters(text))
        {
            var width = Layout.WidthOf(letter);
            while (_cells.Count < column + Math.Max(width, 1))
                _cells.Add(" ");
            if (width == 0 && column > 0)
                _cells[column - 1] += letter;
            else
                _cells[column] = letter;
            // A wide character covers the next column.
            for (var covered = column + 1; covered < column + width; covered++)
                _cells[covered] = "";
            column += width;
        }
        return column;
    }

    /// <summary>Fills the columns from <paramref name="from"/> to before <paramref name="to"/>.</summary>
    public void Fill(int from, int to, char with) => Put(from, new string(with, Math.Max(0, to - from)));

    /// <inheritdoc />
    public override string ToString() => string.Concat(_cells).TrimEnd();

    /// <summary>The text, cut to a number of columns with a sign at its end.</summary>
    public static string Cut(string text, int columns, char sign)
    {
        if (Layout.WidthOf(text) <= columns)
            return text;
        var cut = new StringBuilder();
        var room = columns - 1;
        foreach (var letter in Letters(text))
        {
            room -= Layout.WidthOf(letter);
            if (room < 0)
                break;
            cut.Append(letter);
        }
        return columns > 0 ? cut.Append(sign).ToString() : "";
    }

    /// <summary>The text in lines, broken between words. A word that is too long gets a line of its own.</summary>
    public static IEnumerable<string> Wrapped(string text, int columns)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Layout.WidthOf(line) + 1 + Layout.WidthOf(word) > columns)
            {
                yield return line.TrimEnd();
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0)
            yield return line;
    }

    private static IEnumerable<string> Letters(string text)
    {
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
            yield return letters.GetTextElement();
    }
}
