using Lab.Build.Texts;

namespace Lab.Build.Guidance;

/// <summary>The program that a student begins with: it reads the arguments, and has a comment for each step.</summary>
public static class Starter
{
    /// <summary>The path of a starter in the kit.</summary>
    public static string PathOf(Exercise exercise, Catalogue language) =>
        $"build/Starters/{language.Code}/{exercise.Folder}.cs";

    /// <summary>The starter of an exercise, with its comments in a language.</summary>
    public static string TextOf(Exercise exercise, Catalogue language) =>
        File.ReadAllText(Path.Combine(KitFolder.Root, PathOf(exercise, language)));

    /// <summary>Whether nobody has begun a program: there is none, or it is still a starter, in whatever language.</summary>
    public static bool IsUntouched(Exercise exercise, string program) =>
        !File.Exists(program) || IsStarter(exercise, File.ReadAllText(program));

    /// <summary>Whether a text is that of a starter, in whatever language.</summary>
    public static bool IsStarter(Exercise exercise, string text) =>
        Languages.All.Any(language => SameLines(TextOf(exercise, language), text));

    /// <summary>Lays down a starter. A program that somebody has begun is kept beside it.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="language">The language of its comments.</param>
    /// <param name="program">The path of the program.</param>
    /// <returns>The path of the file that now holds the older program. Null if there was nothing to keep.</returns>
    public static string? LayDown(Exercise exercise, Catalogue language, string program)
    {
        var kept = IsUntouched(exercise, program) ? null : FreeNameBeside(program);
        if (kept is not null)
            File.Move(program, kept);
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.WriteAllText(program, TextOf(exercise, language).ReplaceLineEndings());
        return kept;
    }

    // An editor may change the ends of lines and of the file.
    private static bool SameLines(string one, string other) =>
        one.ReplaceLineEndings("\n").TrimEnd() == other.ReplaceLineEndings("\n").TrimEnd();

    // The compiler must not take the older program for a part of the new one, so its name does not end with .cs.
    private static string FreeNameBeside(string program) =>
        Enumerable
            .Range(1, int.MaxValue)
            .Select(number => number == 1 ? $"{program}.old" : $"{program}.old{number}")
            .First(name => !File.Exists(name));
}
