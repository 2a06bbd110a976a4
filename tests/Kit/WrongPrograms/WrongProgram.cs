using System.Text;
using System.Text.Json;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.WrongPrograms;

/// <summary>
/// A program with one bug. It is the reference solution with one change, or a file of its own if the bug changes the
/// whole structure. It says what the check must find.
/// </summary>
/// <param name="Name">The bug, in a few words.</param>
/// <param name="Step">The step that must be blamed.</param>
/// <param name="Verdict">The verdict that it must get.</param>
public sealed record WrongProgram(string Name, string Step, Verdict Verdict)
{
    /// <summary>The exercise.</summary>
    public Exercise Exercise { get; init; } = Exercise.Client;

    /// <summary>The replacements in the solution. The old text must occur exactly once.</summary>
    public IReadOnlyList<(string Old, string New)> Changes { get; init; } = [];

    /// <summary>A file in tests/Programs instead of the solution.</summary>
    public string? File { get; init; }

    /// <summary>The symptom that must be observed.</summary>
    public Symptom? Observed { get; init; }

    /// <summary>The likely cause that must be given.</summary>
    public Cause? Cause { get; init; }

    /// <summary>The mistake that its source must show.</summary>
    public Mistake? Pointed { get; init; }

    /// <summary>The next thing to do that must be given.</summary>
    public NextAction? Next { get; init; }

    /// <summary>The difference of the bytes that must be found. Null if the bug is not about bytes.</summary>
    public DifferenceKind? Difference { get; init; }

    /// <summary>The position of the first differing byte that must be found, from 0.</summary>
    public int? Offset { get; init; }

    /// <summary>The number of bytes that must have come.</summary>
    public int? Came { get; init; }

    /// <summary>Whether the program must have ended.</summary>
    public bool HasEnded { get; init; }

    /// <summary>
    /// The text that the evidence must contain: a place, an exception, the program's output, or a compiler's code.
    /// </summary>
    public string Evidence { get; init; } = "";

    /// <summary>Whether it demands more than a step and a verdict.</summary>
    public bool SaysMore =>
        Evidence.Length > 0
        || Observed is not null
        || Cause is not null
        || Pointed is not null
        || Next is not null
        || Difference is not null
        || Came is not null
        || HasEnded;

    /// <summary>The steps that must wait for another one, because their scenarios fail too.</summary>
    public string Waiting { get; init; } = "";

    /// <summary>Whether the program proves that a step is checked.</summary>
    /// <remarks>
    /// The acceptance demands nothing that the steps do not demand. A program that fails it fails a step as well, and
    /// the acceptance waits for that step.
    /// </remarks>
    public bool Proves(Exercise exercise, string id) =>
        Exercise == exercise && (Step == id || id == "check" && Waiting.Split(' ').Contains(id));

    /// <summary>The source of the program.</summary>
    /// <exception cref="InvalidOperationException">The solution no longer contains the text to replace.</exception>
    public string Source()
    {
        var path = File is null
            ? KitFolder.ProgramOf(Exercise, solution: true)
            : Path.Combine(KitFolder.Root, "tests", "Programs", File);
        return Changed(path, Changes);
    }

    /// <summary>The source at <paramref name="path"/> with these changes.</summary>
    /// <exception cref="InvalidOperationException">
    /// The source does not contain the text to replace exactly once.
    /// </exception>
    internal static string Changed(string path, IEnumerable<(string Old, string New)> changes)
    {
        var source = System.IO.File.ReadAllText(path).ReplaceLineEndings("\n");
        foreach (var (old, replacement) in changes)
        {
            if (source.Split(old).Length != 2)
                throw new InvalidOperationException($"{path} does not hold this once: {old}");
            source = source.Replace(old, replacement, StringComparison.Ordinal);
        }
        return source;
    }

    /// <summary>Asserts that a check has found what it must find.</summary>
    internal void AssertToldBy(JsonElement result)
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.Text("outcome"), Is.EqualTo("notYet"), result.Summary());
        Assert.That(result.Text("next"), Is.EqualTo(Step), result.Summary());
        Assert.That(result.Step(Step).Text("verdict"), Is.EqualTo(Json.Word(Verdict)), result.Summary());
        foreach (var waiting in Waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.That(result.Step(waiting).Text("status"), Is.EqualTo("notChecked"), result.Summary());
        if (Step == ResultDocument.Compile)
            Assert.That(result.Step(Step).Text("observed"), Does.Contain(Evidence));
        else
            AssertDecided(result.DiagnosisOf(Step), result.StepIn(Step).Finding!);
        Assert.That(
            Pointed,
            Is.Null.Or.EqualTo(Step == ResultDocument.Compile ? null : result.StepIn(Step).Passage?.Mistake)
        );
    }

    private void AssertDecided(Diagnosis diagnosis, Finding finding)
    {
        Assert.That(diagnosis.Observed, Is.EqualTo(Observed ?? diagnosis.Observed));
        Assert.That(diagnosis.Cause, Is.EqualTo(Cause ?? diagnosis.Cause));
        Assert.That(diagnosis.Next, Is.EqualTo(Next ?? diagnosis.Next));
        Assert.That(diagnosis.Difference?.Kind, Is.EqualTo(Difference ?? diagnosis.Difference?.Kind));
        Assert.That(diagnosis.Difference?.Offset, Is.EqualTo(Offset ?? diagnosis.Difference?.Offset));
        Assert.That(finding.ReceivedBytes?.Total ?? 0, Is.EqualTo(Came ?? finding.ReceivedBytes?.Total ?? 0));
        Assert.That(finding.Program?.Running, HasEnded ? Is.False : Is.Not.Null);
        Assert.That(EvidenceIn(finding), Does.Contain(Evidence));
    }

    private static string EvidenceIn(Finding finding)
    {
        var (program, crash) = (finding.Program, finding.Program?.Crash);
        var received = finding.ReceivedBytes is { } bytes ? Encoding.UTF8.GetString(bytes.AsSpan()) : "";
        return string.Join(
            '\n',
            [finding.FoundPlace, crash?.Type, crash?.Place, crash?.Message, received, .. program?.LastLines ?? []]
        );
    }

    /// <inheritdoc />
    public override string ToString() => $"{Exercise.Id} step {Step}, {Name}";
}
