using System.Globalization;
using System.Text.Json;
using Lab.Build.Guidance;
using Lab.Harness;

namespace Lab.Build.Teaching.Rules;

/// <summary>Reads a rule whose form is right, and notes what makes no sense in it.</summary>
internal sealed class RuleReader
{
    /// <summary>What makes no sense.</summary>
    public List<RuleFlaw> Flaws { get; } = [];

    /// <summary>The rule in a JSON object.</summary>
    public GradingRule Rule(JsonElement json)
    {
        var rule = new GradingRule
        {
            Deadline = Time(json, "", Deadline.Member) is { } end ? Deadline.LastMomentOf(end) : null,
            GivenOut = Time(json, "", "givenOut"),
            Extensions = [.. Members(json, "extensions").Select(one => ExtensionOf(json, one.Name))],
            Late = Member(json, "late") is { } late ? LateOf(late) : null,
            Points = PointsOf(Member(json, "points") ?? default),
            Commits = CommitsOf(Member(json, "commits") ?? default),
            Excused = [.. Items(json, "excused").Select(ExcuseOf)],
            Rounding = RoundingOf(Member(json, "rounding") ?? default),
            Programs = [.. Members(json, "programs").Select(one => ProgramOf(one.Name, one.Value))],
            Csv = CsvOf(Member(json, "csv") ?? default),
        };
        CheckOrder(rule);
        return rule;
    }

    private void CheckOrder(GradingRule rule)
    {
        if (rule.Deadline is not { } deadline)
            return;
        if (rule.GivenOut >= deadline)
            Flaws.Add(new("deadline", RuleExpectation.After) { Words = ["givenOut"] });
        if (rule.Late?.Until <= deadline)
            Flaws.Add(new("late.until", RuleExpectation.After) { Words = ["deadline"] });
    }

    private Extension ExtensionOf(JsonElement json, string student) =>
        new(student, Deadline.LastMomentOf(Time(json.GetProperty("extensions"), "extensions", student) ?? default));

    private LateRule LateOf(JsonElement late) =>
        new(Deadline.LastMomentOf(Time(late, "late", "until") ?? default), late.GetProperty("factor").GetDecimal());

    private PointsRule PointsOf(JsonElement points)
    {
        var total = Number(points, "total") ?? 0.25m;
        ValueList<PartPoints> parts =
        [
            .. GradedPart.All.Select(part => new PartPoints(
                part,
                Member(points, "parts") is { } given ? Number(given, part)!.Value : total / GradedPart.All.Count
            )),
        ];
        var sum = parts.Sum(part => part.Points);
        if (sum != total)
            Flaws.Add(new("points.parts", RuleExpectation.Sum) { Words = [Shown(total), Shown(sum)] });
        return new(parts, Word<PointsMode>(points, "mode"))
        {
            Weights = [.. Members(points, "weights").SelectMany(one => WeightsOf(one.Name, one.Value))],
        };
    }

    private List<StepWeight> WeightsOf(string id, JsonElement weights)
    {
        var exercise = ExerciseOf(id);
        var place = $"points.weights.{id}";
        List<StepWeight> all =
        [
            .. weights.EnumerateObject().Select(one => new StepWeight(exercise, one.Name, one.Value.GetDecimal())),
        ];
        foreach (var wrong in all.Where(one => !exercise.StepIds.Contains(one.Step)))
            Flaws.Add(new($"{place}.{wrong.Step}", RuleExpectation.Step) { Words = [.. exercise.StepIds] });
        if (exercise.StepIds.All(step => all.Any(one => one.Step == step && one.Weight == 0)))
            Flaws.Add(new(place, RuleExpectation.SomeWeight));
        return all;
    }

    private static CommitsRule CommitsOf(JsonElement commits) =>
        new((int)(Number(commits, "perExercise") ?? 1), (int)(Number(commits, "different") ?? 3));

    private static Excuse ExcuseOf(JsonElement excuse) =>
        excuse.ValueKind == JsonValueKind.String
            ? new(excuse.GetString()!, null)
            : new(excuse.GetProperty("student").GetString()!, excuse.GetProperty("part").GetString());

    private static Rounding RoundingOf(JsonElement rounding) =>
        new((int)(Number(rounding, "digits") ?? 4), Word<RoundingMode>(rounding, "mode"));

    private static ProgramRule ProgramOf(string id, JsonElement program) =>
        new(
            ExerciseOf(id),
            program.GetProperty("start").GetString()!,
            [.. program.GetProperty("files").EnumerateArray().Select(file => file.GetString()!)]
        )
        {
            Build = Member(program, "build")?.GetString(),
        };

    private static CsvForm CsvOf(JsonElement csv)
    {
        var hasComma = Member(csv, "decimal")?.GetString() == "comma";
        return new(hasComma, Member(csv, "separator")?.GetString()![0] ?? (hasComma ? ';' : ','));
    }

    private static Exercise ExerciseOf(string id) => Exercise.All.Single(exercise => exercise.Id == id);

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement.ObjectEnumerator Members(JsonElement json, string name) =>
        Member(json, name) is { } member ? member.EnumerateObject() : default;

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string name) =>
        Member(json, name) is { } member ? member.EnumerateArray() : default;

    private static decimal? Number(JsonElement json, string name) => Member(json, name)?.GetDecimal();

    private static T Word<T>(JsonElement json, string name)
        where T : struct, Enum =>
        Member(json, name) is { } word ? Enum.Parse<T>(word.GetString()!, ignoreCase: true) : default;

    // The pattern of the schema cannot tell that there is no 30 February.
    private DateTimeOffset? Time(JsonElement json, string parent, string name)
    {
        if (Member(json, name) is not { } member)
            return null;
        if (Deadline.Time(member.GetString()) is { } time)
            return time;
        Flaws.Add(new(RuleFile.Place(parent, name), RuleExpectation.Time));
        return null;
    }

    private static string Shown(decimal number) =>
        number.ToString("0.############################", CultureInfo.InvariantCulture);
}
