using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lab.Build.Results;

/// <summary>Why a text is no result document.</summary>
public enum DocumentFlaw
{
    /// <summary>It is no JSON.</summary>
    NotJson,

    /// <summary>It is JSON, and holds no result document.</summary>
    NoDocument,

    /// <summary>It holds a document of a version that this kit does not know.</summary>
    OtherSchema,

    /// <summary>It claims to be a document of this version, but something in it is missing, null, unknown or impossible.</summary>
    Malformed,
}

/// <summary>A text is no result document that this kit can read.</summary>
/// <param name="flaw">Why.</param>
/// <param name="detail">The schema that it names, or what the JSON reader said.</param>
public sealed class UnreadableDocumentException(DocumentFlaw flaw, string detail) : Exception($"{flaw}: {detail}")
{
    /// <summary>Why.</summary>
    public DocumentFlaw Flaw { get; } = flaw;

    /// <summary>The schema that it names, or what the JSON reader said.</summary>
    public string Detail { get; } = detail;
}

/// <summary>Result documents as JSON: what is written is read back as an equal value, and nothing else is read.</summary>
/// <remarks>
/// What may be null is left out where it is; everything else must be there. Times are in milliseconds. Bytes are a string
/// where they are UTF-8, else <c>{ "base64": "…" }</c>; where some were not kept, <c>{ "text": "…", "total": 70000 }</c>.
/// </remarks>
public static class DocumentFormat
{
    private const string Schema = "schema";
    private const string Document = "document";

    private static readonly JsonSerializerOptions _options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Letters stay letters: the file is UTF-8, and no part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatIsStored } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new ExerciseConverter(),
            new MillisecondsConverter(),
            new BytesConverter(),
            new ValueListConverter(),
        },
    };

    private static readonly JsonDocumentOptions _parsing = new() { AllowDuplicateProperties = false };

    /// <summary>A document as JSON, to stand alone or in a larger JSON text.</summary>
    public static JsonNode ToJson(this ResultDocument document) => JsonSerializer.SerializeToNode(document, _options)!;

    /// <summary>Reads a document.</summary>
    /// <param name="json">
    /// A JSON object that is a document, or holds one in its field <c>document</c>, as the file of <c>--output</c> does.
    /// </param>
    /// <exception cref="UnreadableDocumentException">It is none that this kit can read.</exception>
    public static ResultDocument Read(string json)
    {
        using var whole = Parse(json);
        var document = DocumentIn(whole.RootElement);
        try
        {
            var result = document.Deserialize<ResultDocument>(_options)!;
            return FlawIn(result) is { } flaw ? throw Malformed(flaw) : result;
        }
        // A text that is no UTF-16, and a fault without its kind, are found only when they are read.
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

    // Types cannot exclude these, and a view would fail on them.
    private static string? FlawIn(ResultDocument document) =>
        document.Steps.Select(step => step.Id).SequenceEqual(document.Exercise.StepIds)
            ? document.Steps.Select(step => FlawIn(document, step)).FirstOrDefault(flaw => flaw is not null)
            : "these are not the steps of the exercise";

    private static string? FlawIn(ResultDocument document, StepResult step)
    {
        var couldBeChecked = document.Fault is null && document.CompilerErrors.Count == 0;
        return step switch
        {
            { Status: StepStatus.Failed }
                when step is not { Situation: not null, Finding: not null, Diagnosis: not null } =>
                $"step {step.Id} has failed without a situation, a finding or a diagnosis",
            { Status: not StepStatus.Failed, Finding: not null } => $"step {step.Id} has a finding and has not failed",
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

    private static void KeepWhatIsStored(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        // Computed properties are computed again.
        foreach (var computed in type.Properties.Where(property => property.Set is null).ToList())
            type.Properties.Remove(computed);
        foreach (var property in type.Properties)
            property.IsRequired = !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;
    }
}
