using System.Text.Json;
using System.Text.Json.Serialization;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;

namespace Lab.Build.Teaching.Grading;

/// <summary>A message to a worker, one line of JSON.</summary>
/// <param name="Id">The number of the check that it is about.</param>
[JsonDerivedType(typeof(Begin), "begin")]
[JsonDerivedType(typeof(Alone), "alone")]
[JsonDerivedType(typeof(Cancel), "cancel")]
internal abstract record ToWorker(int Id)
{
    /// <summary>The worker begins a check.</summary>
    public sealed record Begin(int Id, CheckOrder Order) : ToWorker(Id);

    /// <summary>The check has the turn to play alone.</summary>
    public sealed record Alone(int Id) : ToWorker(Id);

    /// <summary>Nobody waits for the check any more.</summary>
    public sealed record Cancel(int Id) : ToWorker(Id);
}

/// <summary>A message from a worker, one line of JSON.</summary>
/// <param name="Id">The number of the check that it is about.</param>
[JsonDerivedType(typeof(Progress), "progress")]
[JsonDerivedType(typeof(WantsAlone), "wantsAlone")]
[JsonDerivedType(typeof(WasAlone), "wasAlone")]
[JsonDerivedType(typeof(Result), "result")]
[JsonDerivedType(typeof(Failed), "failed")]
internal abstract record FromWorker(int Id)
{
    /// <summary>How far the check is.</summary>
    public sealed record Progress(int Id, CheckPhase Phase, int Done, int All) : FromWorker(Id);

    /// <summary>The check waits for its turn to play alone.</summary>
    public sealed record WantsAlone(int Id) : FromWorker(Id);

    /// <summary>The check's turn is over.</summary>
    public sealed record WasAlone(int Id) : FromWorker(Id);

    /// <summary>The check is done.</summary>
    public sealed record Result(int Id, ResultDocument Document) : FromWorker(Id);

    /// <summary>The check could not even begin.</summary>
    public sealed record Failed(int Id, Fault Fault) : FromWorker(Id);
}

/// <summary>Writes and reads messages.</summary>
internal static class WorkerMessages
{
    private static readonly JsonSerializerOptions _options = new(KitJson.Options) { WriteIndented = false };

    /// <summary>A message as a line.</summary>
    public static string ToLine<T>(T message) => JsonSerializer.Serialize(message, _options);

    /// <summary>The message in a line.</summary>
    public static T Read<T>(string line) => JsonSerializer.Deserialize<T>(line, _options)!;
}
