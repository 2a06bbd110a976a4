using System.Text.RegularExpressions;
using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Where the programs of one exercise are in another language than C#.</summary>
/// <param name="Files">
/// Patterns of paths, such as <c>ex1/*.py</c>, from the top of the submission or from any folder in it: <c>*</c> stands
/// for a part of a name, <c>**</c> for any number of folders, <c>?</c> for a letter. The program begins with the first
/// file that the first pattern finds.
/// </param>
public sealed record OtherLanguage(ValueList<string> Files)
{
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(1);

    /// <summary>The files that the patterns find, in their order.</summary>
    internal IReadOnlyList<TreeFile> In(IReadOnlyList<TreeFile> files) =>
        [
            .. Files
                .Select(Matcher)
                .SelectMany(pattern => files.Where(file => pattern.IsMatch(file.Path)))
                .DistinctBy(file => file.Path),
        ];

    private static Regex Matcher(string pattern) =>
        new(
            @"\A(.*/)?"
                + Regex
                    .Escape(pattern.TrimStart('/'))
                    .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
                    .Replace(@"\*\*", ".*", StringComparison.Ordinal)
                    .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
                    .Replace(@"\?", "[^/]", StringComparison.Ordinal)
                + @"\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
            _enough
        );
}
