namespace Lab.Build.Views;

/// <summary>Breaks text into lines between words.</summary>
public static class Wrapping
{
    /// <summary>The lines.</summary>
    /// <param name="text">The text; its own runs of blanks are kept.</param>
    /// <param name="width">The longest line, unless one word is longer.</param>
    /// <param name="indent">The blanks before the first line.</param>
    /// <param name="hanging">The blanks before the others.</param>
    public static IEnumerable<string> Lines(string text, int width, int indent, int hanging)
    {
        var margin = indent;
        while (margin + text.Length > width)
        {
            var room = Math.Max(10, width - margin);
            var cut = text.Length > room ? text.LastIndexOf(' ', room) : -1;
            // A word that is longer, such as a link, has a line to itself.
            if (cut <= 0)
                cut = text.IndexOf(' ', Math.Min(room, text.Length));
            if (cut <= 0)
                break;
            yield return new string(' ', margin) + text[..cut].TrimEnd();
            text = text[cut..].TrimStart();
            margin = hanging;
        }
        yield return new string(' ', margin) + text;
    }
}
