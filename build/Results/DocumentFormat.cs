using System.Text.Json;
using System.Text.Json.Nodes;
using Lab.Harness;

namespace Lab.Build.Results;

/// <summary>The reason why a text is not a result document.</summary>
public enum DocumentFlaw
{
    /// <summary>The text is not JSON.</summary>
    NotJson,

    /// <summary>The text is JSON without a result document.</summary>
    NoDocument,

    /// <summary>The document has a version that this kit does not know.</summary>
    OtherSchema,

    /// <summary>
    /// The document claims to have this version, but something in it is missing, null, unknown or impossible.
    /// </summary>
    Malformed,
}

/// <summary>A text is not a result document that this kit can read.</summary>
/// <param name="flaw">The reason.</param>
/// <param name="detail">The schema in the document, or the JSON reader's message.</param>
public sealed class UnreadableDocumentException(DocumentFlaw flaw, string detail) : Exception($"{flaw}: {detail}")
{
    /// <summary>The reason.</summary>
    public DocumentFlaw Flaw { get; } = flaw;

    /// <summary>The schema in the document, or the JSON reader's message.</summary>
    public string Detail { get; } = detail;
}

/// <summary>
/// Writes and reads result documents as JSON. A written document is read back as an equal value, and nothing else is
/// read.
/// </summary>
/// <remarks>
/// A member that is null is left out; every other member must be there. Times are in milliseconds. Bytes are a string
/// if they are valid UTF-8, else <c>{ "base64": "…" }</c>. If some bytes were not kept, they are <c>{ "text": "…",
/// "total": 70000 }</c>.
/// </remarks>
public static class DocumentFormat
{
    private const string Schema = "schema";
    private const string Document = "document";

    private static readonly JsonDocumentOptions _parsing = new() { AllowDuplicateProperties = false };

    /// <summary>Converts a document to JSON, to be used alone or in a larger JSON text.</summary>
    public static JsonNode ToJson(this ResultDocument document) =>
        JsonSerializer.SerializeToNode(document, KitJson.Options)!;

    /// <summary>Reads a document.</summary>
    /// <param name="json">
    /// A JSON object that is a document, or has one in its field <c>document</c> like the file of <c>--output</c>.
    /// </param>
    /// <exception cref="UnreadableDocumentException">The text is not a document that this kit can read.</exception>
    public static ResultDocument Read(string json)
    {
        using var whole = Parse(json);
        var document = DocumentIn(whole.RootElement);
        try
        {
            var result = document.Deserialize<ResultDocument>(KitJson.Options)!;
            return FlawIn(result) is { } flaw ? throw Malformed(flaw) : result;
        }
        // Text that is not valid UTF-16, and a fault without a kind, are detected only during reading.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw Malformed(failure.Message);
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, _parsing);
        }
        catch (JsonException failure)
        {
            throw new UnreadableDocumentException(DocumentFlaw.NotJson, failure.Message);
        }
    }

    private static JsonElement DocumentIn(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new UnreadableDocumentException(DocumentFlaw.NoDocument, root.ValueKind.ToString());
        var document = root.TryGetProperty(Document, out var inner) ? inner : root;
        var schema =
            document.ValueKind == JsonValueKind.Object && document.TryGetProperty(Schema, out var name)
                ? name.ToString()
                : null;
        return schema switch
        {
            ResultDocument.CurrentSchema => document,
            null => throw new UnreadableDocumentException(DocumentFlaw.NoDocument, ""),
            _ => throw new UnreadableDocumentException(DocumentFlaw.OtherSchema, schema),
        };
    }

    // The types cannot exclude these documents, and a view would fail on them.
    private static string? FlawIn(ResultDocument document) =>
        document.Steps.Select(step => step.Id).SequenceEqual(document.Exercise.StepIds)
            ? document
                .Steps.Select(step => FlawIn(document, step))
                .Concat(TimelinesIn(document).Select(FlawIn))
                .FirstOrDefault(flaw => flaw is not null)
            : "these are not the steps of the exercise";

    private static IEnumerable<ValueList<Entry>> TimelinesIn(ResultDocument document) =>
        document
            .Conversations.Select(one => one.Timeline)
            .Concat(document.Steps.Select(step => step.Finding?.Timeline).OfType<ValueList<Entry>>());

    private static string? FlawIn(ValueList<Entry> timeline)
    {
        var before = TimeSpan.Zero;
        foreach (var entry in timeline)
        {
            if (entry.At < before)
                return "an entry of a timeline lies before the one before it";
            if (IsTransfer(entry.What) && entry.Bytes is null)
                return "bytes were sent or printed, and are missing";
            if (entry.Peer is not null && (entry.Who == Actor.Check || entry.Peer == Actor.Check))
                return "the check itself is a side of a connection";
            before = entry.At;
        }
        return null;
    }

    private static bool IsTransfer(Happening what) =>
        what is Happening.Send or Happening.SendDatagram or Happening.Print or Happening.PrintError;

    private static string? FlawIn(ResultDocument document, StepResult step)
    {
        var couldBeChecked = document.Fault is null && document.CompilerErrors.Count == 0;
        return step switch
        {
            { Status: StepStatus.Failed }
                when step is not { Situation: not null, Finding: not null, Diagnosis: not null } =>
                $"step {step.Id} has failed without a situation, a finding or a diagnosis",
            { Status: not StepStatus.Failed, Passage: not null } => $"step {step.Id} is explained and has not failed",
            { Passage: { } passage } when document.Program.LineOf(passage) is null =>
                $"step {step.Id} points at a line that does not exist",
            { Status: not StepStatus.Failed, Finding: not null } => $"step {step.Id} has a finding and has not failed",
            { Status: not StepStatus.Failed, Conversation: not null } =>
                $"step {step.Id} names a conversation and has not failed",
            { Conversation: { } number } when number < 1 || number > document.Conversations.Count =>
                $"step {step.Id} names a conversation that does not exist",
            { Finding.Timeline.Count: 0 } => $"the timeline of step {step.Id} is empty",
            { Diagnosis.Difference: not null, Finding.ReceivedBytes: null } =>
                $"step {step.Id} has a difference without the bytes that differ",
            { Status: StepStatus.NotChecked, WaitsFor: null } when couldBeChecked =>
                $"step {step.Id} was not checked and waits for nothing",
            { WaitsFor: { } other and not ResultDocument.Compile } when !document.Exercise.StepIds.Contains(other) =>
                $"step {step.Id} waits for a step that does not exist",
            _ => null,
        };
    }

    private static UnreadableDocumentException Malformed(string detail) => new(DocumentFlaw.Malformed, detail);
}
