using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Kit.Tests.Pointers;

/// <summary>A wrong program, what a check finds, and the passage that explains it.</summary>
/// <param name="Mistake">The mistake. Null for a program whose finding must not be explained.</param>
/// <param name="Exercise">The exercise.</param>
/// <param name="Step">The step that fails.</param>
/// <param name="Finding">What is found.</param>
/// <param name="Marked">The program. <c>«</c> and <c>»</c> mark the passage.</param>
internal sealed record Example(Mistake? Mistake, Exercise Exercise, string Step, Finding Finding, string Marked)
{
    /// <summary>The step that the mistake belongs to, if it is another one.</summary>
    public string? Belongs { get; init; }

    /// <summary>The difference of the bytes. Null if there is none.</summary>
    public DifferenceKind? Difference { get; init; }

    /// <summary>The program.</summary>
    public string Source =>
        Marked
            .ReplaceLineEndings("\n")
            .Replace("«", "", StringComparison.Ordinal)
            .Replace("»", "", StringComparison.Ordinal);

    /// <summary>The place of the marked passage: its line, its column and its length.</summary>
    public (int? Line, int? Column, int? Length) Place
    {
        get
        {
            var text = Marked.ReplaceLineEndings("\n");
            var (start, end) = (text.IndexOf('«'), text.IndexOf('»') - 1);
            var before = text[..start].Split('\n');
            return (before.Length, before[^1].Length + 1, end - start);
        }
    }

    /// <summary>The steps as the judge gives them, explained by the reader.</summary>
    public ValueList<StepResult> Explained()
    {
        var failed = Read.Failed(Exercise, Step, Finding);
        if (Difference is { } kind)
            failed = failed with { Diagnosis = failed.Diagnosis! with { Difference = new(kind, 0, 1) } };
        return Read.Explained(Exercise, failed, Source);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Exercise} step {Step}, {Mistake}, {Source.Length} characters";
}

/// <summary>Reads programs without running them.</summary>
internal static class Read
{
    public static ValueList<StepResult> Explained(Exercise exercise, StepResult failed, string source) =>
        Reader(exercise, source)
            .Explain([
                .. exercise.StepIds.Select(id => id == failed.Id ? failed : StepResult.WaitingFor(failed.Id, id)),
            ]);

    public static SourceReader Reader(Exercise exercise, string source) =>
        new(exercise, new("Program.cs", ProgramLanguage.CSharp) { Files = [new("Program.cs", "00", source)] })
        {
            IsStrict = true,
        };

    public static StepResult Failed(Exercise exercise, string id, Finding finding) =>
        new(id, StepStatus.Failed)
        {
            Situation = Situation.ServerReplies,
            Finding = finding,
            Diagnosis = Diagnosis.Of(exercise, id, finding, isCommand: false),
        };
}
