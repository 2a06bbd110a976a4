using System.Text;
using System.Text.Json;
using Lab.Build.Guidance;

namespace Lab.Build.Teaching.Rules;

/// <summary>
/// The file <c>grading.json</c>. The schema decides about its form, and <see cref="RuleReader"/> about the rest.
/// </summary>
internal static class RuleFile
{
    /// <summary>The usual name of the file.</summary>
    public const string UsualName = Deadline.FileName;

    /// <summary>The text of the practical's own rule.</summary>
    public static string DefaultText { get; } = Resource("grading.default.json");

    /// <summary>Reads a rule.</summary>
    public static GradingRule Read(string path) => ReadText(Text(TeachersFile.Read(path)), path);

    /// <summary>Writes the practical's own rule to a new file.</summary>
    public static void WriteDefault(string path)
    {
        if (File.Exists(path) || Directory.Exists(path))
            throw new RefusedException(new RuleRefusal.Exists(path));
        TeachersFile.Create(path, DefaultText);
    }

    /// <summary>Reads a rule from its text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file that it comes from, as the user typed it.</param>
    public static GradingRule ReadText(string text, string path)
    {
        using var json = Parse(text, path);
        Demand(RepeatedIn(json.RootElement, ""), path);
        Demand(RuleSchema.FlawsIn(json.RootElement), path);
        var reader = new RuleReader();
        var rule = reader.Rule(json.RootElement);
        Demand(reader.Flaws, path);
        return rule;
    }

    private static void Demand(IEnumerable<RuleFlaw> flaws, string path)
    {
        if (flaws.DistinctBy(flaw => flaw.Place).ToList() is { Count: > 0 } all)
            throw new RefusedException(new RuleRefusal.Flawed(path, [.. all]));
    }

    /// <summary>A file that is a part of the kit.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The place of a member, as people write it.</summary>
    public static string Place(string parent, string name) => parent.Length > 0 ? $"{parent}.{name}" : name;

    private static string Text(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static JsonDocument Parse(string text, string path)
    {
        try
        {
            return JsonDocument.Parse(text, Deadline.Lenient);
        }
        catch (JsonException failure)
        {
            throw new RefusedException(new RuleRefusal.NotJson(path, (failure.LineNumber ?? 0) + 1));
        }
    }

    private static IEnumerable<RuleFlaw> RepeatedIn(JsonElement json, string place) =>
        json.ValueKind switch
        {
            JsonValueKind.Object =>
            [
                .. json.EnumerateObject()
                    .GroupBy(member => member.Name)
                    .Where(same => same.Count() > 1)
                    .Select(same => new RuleFlaw(Place(place, same.Key), RuleExpectation.Once)),
                .. json.EnumerateObject().SelectMany(member => RepeatedIn(member.Value, Place(place, member.Name))),
            ],
            JsonValueKind.Array => json.EnumerateArray().SelectMany(item => RepeatedIn(item, place)),
            _ => [],
        };
}
