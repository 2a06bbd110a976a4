using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Lab.Build.Teaching.Rules;

/// <summary>The JSON schema of <c>grading.json</c>.</summary>
internal static partial class RuleSchema
{
    private const string Text = "grading.schema.json";

    private static readonly JsonElement _json = JsonDocument.Parse(RuleFile.Resource(Text)).RootElement;
    private static readonly JsonSchema _schema = JsonSchema.FromText(RuleFile.Resource(Text));
    private static readonly EvaluationOptions _options = new() { OutputFormat = OutputFormat.List };

    /// <summary>Everything that is wrong with the form of a rule.</summary>
    public static IEnumerable<RuleFlaw> FlawsIn(JsonElement rule) =>
        (_schema.Evaluate(rule, _options).Details ?? [])
            .Where(part => part.Errors is { Count: > 0 })
            .Select(part => FlawOf(part, rule));

    // Several keywords may fail at one place, and one sentence says what is expected there.
    private static RuleFlaw FlawOf(EvaluationResults part, JsonElement rule)
    {
        string[] path = [.. Segments($"{part.InstanceLocation}")];
        var place = path.Aggregate("", RuleFile.Place);
        var schema = At(PointerOf(part));
        if (schema.ValueKind == JsonValueKind.False)
            return new(place, RuleExpectation.Property) { Words = [.. MembersOf(ParentOf(part))] };
        if (part.Errors!.ContainsKey("required"))
            return new(place, RuleExpectation.Missing) { Words = [.. MissingIn(schema, rule, path)] };
        return new(place, Enum.Parse<RuleExpectation>(schema.GetProperty("$comment").GetString()!, ignoreCase: true))
        {
            Words = schema.TryGetProperty("enum", out var words) ? [.. words.EnumerateArray().Select(Shown)] : [],
        };
    }

    // The library puts the name of the member, or the number of the item, behind the keyword that is about it.
    private static string PointerOf(EvaluationResults part) =>
        Counted().Replace(Uri.UnescapeDataString(part.SchemaLocation.Fragment).TrimStart('#'), "$1");

    private static JsonElement ParentOf(EvaluationResults part)
    {
        var pointer = PointerOf(part);
        return At(pointer[..pointer.LastIndexOf('/')]);
    }

    private static IEnumerable<string> MembersOf(JsonElement schema) =>
        schema.GetProperty("properties").EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string> MissingIn(JsonElement schema, JsonElement rule, IEnumerable<string> path)
    {
        var found = path.Aggregate(rule, Inside);
        return schema
            .GetProperty("required")
            .EnumerateArray()
            .Select(name => name.GetString()!)
            .Where(name => !found.TryGetProperty(name, out _));
    }

    private static JsonElement At(string pointer) => Segments(pointer).Aggregate(_json, Inside);

    // JSON pointers: RFC 6901, section 4.
    private static IEnumerable<string> Segments(string pointer) =>
        pointer
            .Split('/')
            .Skip(1)
            .Select(name =>
                name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            );

    private static JsonElement Inside(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Array
            ? json[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
            : json.GetProperty(name);

    private static string Shown(JsonElement word) => word.GetRawText();

    [GeneratedRegex("(/additionalProperties|/items)/[^/]*")]
    private static partial Regex Counted();
}
