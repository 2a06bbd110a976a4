using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>Writes the result as JSON. Its structure is stable, because other programs read it.</summary>
/// <param name="texts">The language.</param>
public sealed class JsonView(Catalogue texts)
{
    private static readonly JsonSerializerOptions _options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // Letters need no escapes, because the file is UTF-8 and not part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The result as a text.</summary>
    public string Render(ResultDocument result) => JsonSerializer.Serialize(Whole(result), _options);

    private object Whole(ResultDocument result) =>
        new
        {
            Exercise = result.Exercise.Id,
            Program = result.Program.Name,
            result.Outcome,
            result.Next,
            Seconds = Math.Round(result.Seconds, 2),
            result.Seed,
            Steps = CompileStep(result).Concat(result.Steps.Select(step => Step(result, step))),
            GoingFurther = result.GoingFurther.Select(one => new
            {
                one.Id,
                Title = texts.TitleOf(one.Situation),
                one.Status,
            }),
            Document = result.ToJson(),
        };

    private object Step(ResultDocument result, StepResult step)
    {
        var explanation = step.Finding is null ? null : Explanation.Of(result, step, texts);
        return new
        {
            step.Id,
            Title = texts.StepTitle(result.Exercise, step.Id),
            step.Status,
            step.Finding?.Verdict,
            Observed = Observed(result, step, explanation),
            Expected = explanation is null
                ? null
                : Joined([explanation.Expected, .. Rows(explanation, received: false)]),
            Advice = explanation is null ? null : Joined(explanation.Cause, explanation.Next),
            Pointer = step.Passage is { } passage ? Pointer(result.Program, passage) : null,
            Notes = step.Notes.Select(texts.Note),
            Timeline = (explanation?.Timeline ?? []).Select(line => new
            {
                Ms = line.Milliseconds,
                line.Who,
                line.Event,
                line.Text,
            }),
        };
    }

    private object Pointer(CheckedProgram program, Passage passage) =>
        new
        {
            passage.File,
            passage.Line,
            passage.Column,
            passage.Length,
            passage.Mistake,
            Text = texts.PointsAt(program, passage),
        };

    private string? Observed(ResultDocument result, StepResult step, Explanation? explanation) =>
        explanation is not null
            ? Joined([
                explanation.Observed,
                .. Rows(explanation, received: true),
                explanation.Caret?.Words,
                explanation.State,
                explanation.StartedWith,
                .. explanation.Printed,
            ])
        : result.Fault is { } fault ? texts.CouldNotCheck(fault)
        : texts.WhyNot(step);

    private IEnumerable<string> Rows(Explanation explanation, bool received) =>
        explanation
            .Rows.Where(row => row.Kind == RowKind.Expected != received)
            .Select(row => $"{texts.Label(row.Kind)} {row.Text} {row.Note}");

    // A program that does not compile gets one more step before all others.
    private IEnumerable<object> CompileStep(ResultDocument result) =>
        result.CompilerErrors.Count == 0
            ? []
            :
            [
                new
                {
                    Id = ResultDocument.Compile,
                    Title = texts.StepTitle(result.Exercise, ResultDocument.Compile),
                    Status = StepStatus.Failed,
                    Verdict = Harness.Verdict.DoesNotCompile,
                    Observed = Joined([.. result.CompilerErrors.Select(error => $"{error}")]),
                    Expected = (string?)null,
                    Advice = texts.NextCompile,
                    Pointer = (object?)null,
                    Notes = Array.Empty<string>(),
                    Timeline = Array.Empty<object>(),
                },
            ];

    private static string Joined(params string?[] parts) => string.Join("\n", parts.Where(part => part is not null));
}
