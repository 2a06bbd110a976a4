using System.Globalization;
using System.Text;

namespace Lab.Build.Views;

/// <summary>
/// Writes similar letters in place of those that an encoding lacks, such as <c>o</c> for <c>ó</c>. A letter that is like
/// no other is written with its number (<c>\u4e2d</c>), so that nothing is lost.
/// </summary>
public sealed class SimilarLetters : EncoderFallback
{
    private static readonly Dictionary<char, string> _similar = new()
    {
        ['✓'] = "+",
        ['✗'] = "x",
        ['·'] = "-",
        ['…'] = "...",
        ['«'] = "\"",
        ['»'] = "\"",
        ['¿'] = "?",
        ['¡'] = "!",
        ['→'] = "->",
        ['│'] = "|",
        ['–'] = "-",
        ['─'] = "-",
        ['━'] = "-",
        ['█'] = "#",
        ['░'] = "-",
        ['º'] = "o",
        ['\u00a0'] = " ",
    };

    /// <summary>What is written for a letter.</summary>
    public static string For(char letter) =>
        _similar.GetValueOrDefault(letter)
        ?? Plain(letter)
        ?? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");

    /// <inheritdoc />
    public override int MaxCharCount => 12;

    /// <inheritdoc />
    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    // The letter without its accent. A lone half of a surrogate pair cannot be taken apart.
    private static string? Plain(char letter) =>
        !char.IsSurrogate(letter)
        && letter.ToString().Normalize(NormalizationForm.FormD) is [var plain, _]
        && char.IsAscii(plain)
            ? plain.ToString()
            : null;

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(char charUnknown, int index) => Begin(For(charUnknown));

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) =>
            Begin(For(charUnknownHigh) + For(charUnknownLow));

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => Begin("");

        private bool Begin(string text)
        {
            (_text, _next) = (text, 0);
            return text.Length > 0;
        }
    }
}
