using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build.Guidance;
using Lab.Build.Texts;

namespace Lab.Build.Teaching;

/// <summary>Unpacks a handout elsewhere, and uses it as a student would, before anybody gets it.</summary>
/// <param name="handout">The handout.</param>
/// <param name="folder">An empty folder.</param>
/// <param name="language">The language to use it in.</param>
/// <param name="end">Cancels the work.</param>
public sealed partial class HandoutProof(Handout handout, string folder, Catalogue language, CancellationToken end)
{
    private const string ResultFile = "result.json";

    // Fewer lines are in many programs: a try, a brace, a catch.
    private const int LinesInARow = 3;

    private string Kit => Path.Combine(folder, Handout.TopFolder);

    /// <summary>The script that runs the unpacked kit.</summary>
    public string Script => Path.Combine(Kit, OperatingSystem.IsWindows() ? "build.cmd" : "build.sh");

    /// <summary>Looks for flaws, the quickly found ones first.</summary>
    public async IAsyncEnumerable<HandoutFlaw> Flaws()
    {
        foreach (var exercise in Exercise.All)
        foreach (var leak in LeaksOf(exercise))
            yield return leak;
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(handout.Zipped()), folder, end);
        foreach (var exercise in Exercise.All)
            if (await Check(exercise) is var (begun, next) && (begun.ExitCode, next) != (1, exercise.StepIds[0]))
                yield return new HandoutFlaw.StarterNotAtStep1(exercise, begun.StandardOutput + begun.StandardError);
        foreach (var exercise in Exercise.All)
            if (await Check(exercise, $"--program={RightProgram(exercise)}") is var (solved, _) && solved.ExitCode != 0)
                yield return new HandoutFlaw.RightProgramFails(exercise, solved.StandardOutput + solved.StandardError);
    }

    /// <summary>The files of a handout that hold lines of a solution which its starter lacks.</summary>
    public IEnumerable<HandoutFlaw> LeaksOf(Exercise exercise)
    {
        var starter = CodeIn(Starter.TextOf(exercise, language)).ToHashSet();
        string[] Own(string text) => [.. CodeIn(text).Where(line => !starter.Contains(line))];
        var runs = SolutionsOf(exercise).SelectMany(path => Runs(Own(File.ReadAllText(path)))).ToHashSet();
        return from file in handout.Files
            let leak = Runs(Own(file.Value)).FirstOrDefault(runs.Contains)
            where leak is not null
            select new HandoutFlaw.HoldsSolution(file.Key, leak);
    }

    private static IEnumerable<string> SolutionsOf(Exercise exercise) =>
        Directory
            .EnumerateFiles(KitFolder.Solutions, "Program.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == exercise.Folder);

    private static IEnumerable<string> Runs(string[] lines) =>
        Enumerable
            .Range(0, Math.Max(0, lines.Length - LinesInARow + 1))
            .Select(first => string.Join('\n', lines[first..(first + LinesInARow)]));

    // Lines of code, however they are quoted: in a comment, in Markdown or in JSON. Braces and blanks say nothing, and
    // comments are the statement's.
    private static IEnumerable<string> CodeIn(string text) =>
        Unescaped(text)
            .Split('\n')
            .Select(line => Blanks().Replace(Comment().Replace(Quotation().Replace(line, ""), ""), ""))
            .Where(line => line.Any(char.IsLetterOrDigit));

    private static string Unescaped(string text) =>
        Escape()
            .Replace(
                text,
                escape =>
                    escape.Groups["code"] is { Success: true, Value: var code } ? $"{(char)Convert.ToInt32(code, 16)}"
                    : escape.Value == @"\n" ? "\n"
                    : escape.Value[1..]
            );

    private string RightProgram(Exercise exercise)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, exercise.Id)).FullName;
        var program = Path.Combine(copy, "Program.cs");
        File.Copy(KitFolder.ProgramOf(exercise, solution: true), program);
        return program;
    }

    private async Task<(BufferedCommandResult Run, string? Next)> Check(Exercise exercise, params string[] more)
    {
        var result = Path.Combine(folder, ResultFile);
        File.Delete(result);
        var run = await Cli.Wrap(Script)
            .WithArguments([$"--target={exercise.Id}", $"--output={result}", .. more])
            .WithWorkingDirectory(Kit)
            .WithEnvironmentVariables(new Dictionary<string, string?> { [Languages.Variable] = language.Code })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, end);
        if (!File.Exists(result))
            return (run, null);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(result, end));
        return (run, document.RootElement.GetProperty("next").GetString());
    }

    [GeneratedRegex(@"\\(u(?<code>[0-9a-fA-F]{4})|[n""\\])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^[\s>*|/]+")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"(^|\s)//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
