using System.Globalization;
using System.Text;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Reads texts as people do who leave out accents, capitals and signs.</summary>
public static class PlainLetters
{
    /// <summary>The letters and digits of a text, in lower case and without accents.</summary>
    public static string Of(string text) => string.Concat(WordsIn(text));

    /// <summary>The words of a text, in lower case and without accents.</summary>
    public static IReadOnlyList<string> WordsIn(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormD)
            .Where(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark)
            .Select(one => char.IsLetterOrDigit(one) ? char.ToLowerInvariant(one) : ' ');
        return string.Concat(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
