using System.Security.Cryptography;
using System.Text.Json;
using Lab.Build.Checking;
using Lab.Build.Results;

namespace Lab.Build.Guidance;

/// <summary>The result of an exercise's last check, and the hints that were given for it.</summary>
/// <param name="CheckedAt">The time of the last check. Null before the first one.</param>
/// <param name="Program">The hash of the program's files at that time.</param>
/// <param name="Passed">The ids of the steps that passed.</param>
/// <param name="Next">
/// The step to work on: <c>compile</c> if the program did not compile, null if all steps passed.
/// </param>
/// <param name="Hints">The number of hints that were given for each step.</param>
public sealed record Page(
    DateTimeOffset? CheckedAt,
    string Program,
    IReadOnlyList<string> Passed,
    string? Next,
    IReadOnlyDictionary<string, int> Hints
)
{
    /// <summary>The page of an exercise that was never checked.</summary>
    public static Page Blank(Exercise exercise) =>
        new(null, "", [], exercise.StepIds[0], new Dictionary<string, int>());

    /// <summary>Whether the page knows the steps of this exercise. A page of an older kit may not.</summary>
    public bool IsAbout(Exercise exercise) => Next is null or ResultDocument.Compile || exercise.StepIds.Contains(Next);

    /// <summary>Whether every step passed.</summary>
    public bool IsDone => CheckedAt is not null && Next is null;
}

/// <summary>Remembers a student's work, in a file for each exercise.</summary>
/// <remarks>The notebook is a convenience. The kit works without it if the files cannot be read or written.</remarks>
/// <param name="folder">The folder of the files.</param>
public sealed class Notebook(string folder)
{
    private static readonly JsonSerializerOptions _strictly = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The notebook of this kit.</summary>
    public static Notebook OfKit { get; } = new(Path.Combine(KitFolder.Root, ".lab", "notebook"));

    /// <summary>The page of an exercise.</summary>
    public Page this[Exercise exercise]
    {
        get
        {
            try
            {
                var page = JsonSerializer.Deserialize<Page>(File.ReadAllText(FileOf(exercise)), _strictly);
                return page is not null && page.IsAbout(exercise) ? page : Page.Blank(exercise);
            }
            catch (Exception unreadable)
                when (unreadable is IOException or UnauthorizedAccessException or JsonException)
            {
                return Page.Blank(exercise);
            }
        }
    }

    /// <summary>The first exercise that is not done. Null if all are done.</summary>
    public Exercise? Current => Exercise.All.FirstOrDefault(exercise => !this[exercise].IsDone);

    /// <summary>
    /// The hash of a program's files now, to compare with <see cref="Page.Program"/>. Empty if there is no program.
    /// </summary>
    public static string Fingerprint(string program)
    {
        try
        {
            byte[] all = [.. ProgramFiles.Of(program).SelectMany(File.ReadAllBytes)];
            return Convert.ToHexString(SHA256.HashData(all));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or RefusedException)
        {
            return "";
        }
    }

    /// <summary>Checks a program, and records the result if the program is the student's own.</summary>
    /// <param name="request">The program to check, and how.</param>
    /// <param name="progress">Receives progress.</param>
    /// <param name="end">Cancels the check.</param>
    public async Task<ResultDocument> CheckAndNote(
        CheckRequest request,
        IProgress<CheckProgress> progress,
        CancellationToken end
    )
    {
        var own = KitFolder.ProgramOf(request.Exercise);
        var isOwn = request.Source == new Source.CSharp(own);
        // The hash is taken before the check, because a file that is saved during the check was not checked.
        var program = isOwn ? Fingerprint(own) : "";
        var result = await Check.Run(request, progress, end);
        if (isOwn && result.Outcome != Outcome.CouldNotCheck)
            Note(result, program, DateTimeOffset.Now);
        return result;
    }

    /// <summary>Records the result of a check.</summary>
    /// <param name="result">The result.</param>
    /// <param name="program">The <see cref="Fingerprint"/> of the program that was checked.</param>
    /// <param name="now">The time of the check.</param>
    public void Note(ResultDocument result, string program, DateTimeOffset now)
    {
        var passed = result.Steps.Where(step => step.Status == StepStatus.Passed).Select(step => step.Id);
        Write(result.Exercise, new(now, program, [.. passed], result.Next, this[result.Exercise].Hints));
    }

    /// <summary>Records the number of hints that were given for a step.</summary>
    public void NoteHints(Exercise exercise, string step, int given)
    {
        var page = this[exercise];
        Write(exercise, page with { Hints = new Dictionary<string, int>(page.Hints) { [step] = given } });
    }

    private void Write(Exercise exercise, Page page)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(FileOf(exercise), JsonSerializer.Serialize(page));
        }
        catch (Exception readOnly) when (readOnly is IOException or UnauthorizedAccessException)
        {
            // Nothing is remembered then, and everything else works.
        }
    }

    private string FileOf(Exercise exercise) => Path.Combine(folder, exercise.Id + ".json");
}
