using System.Security.Cryptography;
using System.Text.Json;
using Lab.Build.Checking;
using Lab.Build.Results;

namespace Lab.Build.Guidance;

/// <summary>How an exercise stood when it was last checked, and the hints that were given for it.</summary>
/// <param name="CheckedAt">When that was; null before the first check.</param>
/// <param name="Program">What the program was like then: the hash of its files.</param>
/// <param name="Passed">The ids of the steps that passed.</param>
/// <param name="Next">The step to work on; <c>compile</c> where it did not compile, null where all steps passed.</param>
/// <param name="Hints">How many hints were given for each step.</param>
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

    /// <summary>Whether it knows the steps of this exercise, as one of an older kit may not.</summary>
    public bool IsAbout(Exercise exercise) => Next is null or ResultDocument.Compile || exercise.StepIds.Contains(Next);

    /// <summary>Whether every step passed.</summary>
    public bool IsDone => CheckedAt is not null && Next is null;
}

/// <summary>What the kit remembers of a student's work, in a file for each exercise.</summary>
/// <remarks>It is a convenience: where it cannot be read or written, the kit does without.</remarks>
/// <param name="folder">The folder that holds it.</param>
public sealed class Notebook(string folder)
{
    private static readonly JsonSerializerOptions _strictly = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>That of this kit.</summary>
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

    /// <summary>The first exercise that is not done; null where all are.</summary>
    public Exercise? Current => Exercise.All.FirstOrDefault(exercise => !this[exercise].IsDone);

    /// <summary>What a program is like now, to compare with <see cref="Page.Program"/>; empty where there is none.</summary>
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

    /// <summary>Checks a program, and notes how it stands if it is the student's own.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="progress">Receives how far it is.</param>
    /// <param name="end">Gives up.</param>
    public async Task<ResultDocument> CheckAndNote(
        CheckRequest request,
        IProgress<CheckProgress> progress,
        CancellationToken end
    )
    {
        var own = KitFolder.ProgramOf(request.Exercise);
        var isOwn = request.Source == new Source.CSharp(own);
        // Before the check: what is saved in the middle of it was not checked.
        var program = isOwn ? Fingerprint(own) : "";
        var result = await Check.Run(request, progress, end);
        if (isOwn && result.Outcome != Outcome.CouldNotCheck)
            Note(result, program, DateTimeOffset.Now);
        return result;
    }

    /// <summary>Notes how a check ended.</summary>
    /// <param name="result">The result.</param>
    /// <param name="program">The <see cref="Fingerprint"/> of what was checked.</param>
    /// <param name="now">When.</param>
    public void Note(ResultDocument result, string program, DateTimeOffset now)
    {
        var passed = result.Steps.Where(step => step.Status == StepStatus.Passed).Select(step => step.Id);
        Write(result.Exercise, new(now, program, [.. passed], result.Next, this[result.Exercise].Hints));
    }

    /// <summary>Notes that so many hints were given for a step.</summary>
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
            // Then nothing is remembered, and everything else works.
        }
    }

    private string FileOf(Exercise exercise) => Path.Combine(folder, exercise.Id + ".json");
}
