using System.Text.Json.Nodes;
using Lab.Build.Results;

namespace Lab.Build.Teaching.Grading;

/// <summary>The result of a check, and what it is the result of.</summary>
/// <param name="Key">Tells apart whatever could change the result: see <see cref="ClassCheck.Key"/>.</param>
/// <param name="Document">The result.</param>
public sealed record KeptResult(string Key, ResultDocument Document)
{
    private const string KeyField = "key";
    private const string DocumentField = "document";

    /// <summary>Reads a result. The target Report reads the same file.</summary>
    /// <exception cref="UnreadableDocumentException">The text holds no result.</exception>
    public static KeptResult Read(string json)
    {
        var document = DocumentFormat.Read(json);
        return new(JsonNode.Parse(json)![KeyField]?.GetValue<string>() ?? "", document);
    }

    /// <summary>The text of the file.</summary>
    public JsonObject ToJson() => new() { [KeyField] = Key, [DocumentField] = Document.ToJson() };
}
