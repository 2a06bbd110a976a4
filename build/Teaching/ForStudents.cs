using System.Text.RegularExpressions;
using Lab.Build.Arguments;

namespace Lab.Build.Teaching;

/// <summary>Takes out of the kit's own files what is not for students.</summary>
internal static partial class ForStudents
{
    /// <summary>
    /// A README without the link to the other language, without the parts between <c>teachers</c> and <c>/teachers</c>,
    /// and without the rows of targets and arguments that are for teachers. The parts in a comment <c>students</c> become
    /// visible. It is at the top of the kit, whatever folder it comes from.
    /// </summary>
    public static string ReadMe(string text)
    {
        text = OtherLanguage().Replace(text.ReplaceLineEndings("\n"), "");
        text = StudentsPart().Replace(TeachersPart().Replace(text, ""), "${part}");
        return Row().Replace(text, KeptRow).Replace("](../", "](", StringComparison.Ordinal);
    }

    /// <summary>A solution file without the projects that are not handed out.</summary>
    /// <param name="text">The solution file.</param>
    /// <param name="isHandedOut">Whether a file, by its path in the kit, is handed out.</param>
    public static string Solution(string text, Func<string, bool> isHandedOut)
    {
        text = text.ReplaceLineEndings("\n");
        var gone = Project()
            .Matches(text)
            .Where(project => !IsKept(project.Groups["path"].Value.Replace('\\', '/'), isHandedOut))
            .Select(project => (Lines: project.Value, Id: project.Groups["id"].Value))
            .ToList();
        foreach (var project in gone)
            text = text.Replace(project.Lines, "", StringComparison.Ordinal);
        var lines = text.Split('\n')
            .Where(line => !gone.Any(project => line.Contains(project.Id, StringComparison.Ordinal)));
        return string.Join('\n', lines);
    }

    // A solution folder has the name of a folder as its path.
    private static bool IsKept(string path, Func<string, bool> isHandedOut) =>
        path.EndsWith(".csproj", StringComparison.Ordinal) ? isHandedOut(path) : path != "solutions";

    private static string KeptRow(Match row) =>
        KitArgument.ForTeachers.Any(argument => row.Groups["name"].Value == argument.Typed)
        || Target.ForTeachers.Contains(row.Groups["name"].Value)
            ? ""
            : row.Value;

    [GeneratedRegex(@"\A\[[^\]]+\]\([^)]+\)\n\n")]
    private static partial Regex OtherLanguage();

    [GeneratedRegex(@"<!-- teachers -->\n?.*?<!-- /teachers -->\n?", RegexOptions.Singleline)]
    private static partial Regex TeachersPart();

    [GeneratedRegex(@"<!-- students\n(?<part>.*?)-->\n", RegexOptions.Singleline)]
    private static partial Regex StudentsPart();

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|.*\n", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(
        @"^Project\(""[^""]+""\) = ""[^""]+"", ""(?<path>[^""]+)"", ""(?<id>[^""]+)""\nEndProject\n",
        RegexOptions.Multiline
    )]
    private static partial Regex Project();
}
