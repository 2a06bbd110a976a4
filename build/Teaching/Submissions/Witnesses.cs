using System.Text.Json;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>What the collections of a class have seen, by submission. It is kept in a file from run to run.</summary>
/// <remarks>
/// A commit's times are what its author claims. This is what somebody else has seen, so an entry is never changed.
/// </remarks>
/// <param name="Schema">The version of the format.</param>
/// <param name="Submissions">The submissions, by name.</param>
public sealed record Witnesses(string Schema, ValueList<WitnessedSubmission> Submissions)
{
    /// <summary>The name of the file in the class's folder.</summary>
    public const string FileName = "witnessed.json";

    private const string Version = "lab/witnessed/v1";

    /// <summary>What was seen before the first collection.</summary>
    public static Witnesses None { get; } = new(Version, []);

    /// <summary>What was seen of a submission. Null if nothing was.</summary>
    public WitnessedSubmission? this[string submission] => Submissions.FirstOrDefault(one => one.Name == submission);

    /// <summary>Reads the file of a class. Nothing was seen if there is none.</summary>
    /// <exception cref="RefusedException">The file cannot be read. It must not be lost, so nothing may be written.</exception>
    public static Witnesses Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return None;
        try
        {
            var read = JsonSerializer.Deserialize<Witnesses>(File.ReadAllBytes(file), KitJson.Options);
            return read is { Schema: Version }
                ? read
                : throw new RefusedException(new SubmissionRefusal.DamagedWitnesses(file, read?.Schema ?? ""));
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new SubmissionRefusal.DamagedWitnesses(file, wrong.Message));
        }
    }

    /// <summary>The same with what was seen of one submission.</summary>
    public Witnesses With(WitnessedSubmission submission) =>
        this with
        {
            Submissions =
            [
                .. Submissions
                    .Where(one => one.Name != submission.Name)
                    .Append(submission)
                    .OrderBy(one => one.Name, StringComparer.Ordinal),
            ],
        };

    /// <summary>Writes the file of a class. Until it is complete, the older one stays.</summary>
    /// <exception cref="RefusedException">It cannot be written there.</exception>
    public void Write(string folder)
    {
        using var file = new ReplacedFile(Path.Combine(folder, FileName));
        file.Complete(JsonSerializer.SerializeToUtf8Bytes(this, KitJson.Options));
    }
}
