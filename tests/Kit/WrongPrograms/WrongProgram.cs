using System.Text.Json;
using Lab.Build;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.WrongPrograms;

/// <summary>
/// A program with one bug: the reference solution with one thing changed, or a file of its own where the bug changes
/// the whole shape. It says what the check must find.
/// </summary>
/// <param name="Name">The bug, in a few words.</param>
/// <param name="Step">The step that must be blamed.</param>
/// <param name="Verdict">The verdict that it must get.</param>
public sealed record WrongProgram(string Name, string Step, Verdict Verdict)
{
    /// <summary>The exercise.</summary>
    public Exercise Exercise { get; init; } = Exercise.Client;

    /// <summary>What is replaced in the solution, and by what; the first must stand there exactly once.</summary>
    public IReadOnlyList<(string Old, string New)> Changes { get; init; } = [];

    /// <summary>A file in tests/Programs instead of the solution.</summary>
    public string? File { get; init; }

    /// <summary>Words that the explanation must hold.</summary>
    public string Words { get; init; } = "";

    /// <summary>How the bytes must be found to differ, where it is about bytes.</summary>
    public DifferenceKind? Difference { get; init; }

    /// <summary>Steps that must wait for another one: whatever they check fails too.</summary>
    public string Waiting { get; init; } = "";

    /// <summary>Whether it shows that a step is checked.</summary>
    /// <remarks>
    /// The acceptance asks for nothing that no step asks for: whoever fails it fails a step as well, and it waits for that.
    /// </remarks>
    public bool Proves(Exercise exercise, string id) =>
        Exercise == exercise && (Step == id || id == "check" && Waiting.Split(' ').Contains(id));

    /// <summary>The source.</summary>
    /// <exception cref="InvalidOperationException">The solution no longer holds what is to be replaced.</exception>
    public string Source()
    {
        var path = File is null
            ? KitFolder.ProgramOf(Exercise, solution: true)
            : Path.Combine(KitFolder.Root, "tests", "Programs", File);
        return Changed(path, Changes);
    }

    /// <summary>The source at <paramref name="path"/> with these changes.</summary>
    /// <exception cref="InvalidOperationException">It does not hold once what is to be replaced.</exception>
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

    /// <summary>Asserts that a check found what it must find.</summary>
    internal void AssertToldBy(JsonElement result)
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.Text("outcome"), Is.EqualTo("notYet"), result.Summary());
        Assert.That(result.Text("next"), Is.EqualTo(Step), result.Summary());
        var step = result.Step(Step);
        var explanation = $"{step.Text("observed")}\n{step.Text("expected")}\n{step.Text("advice")}";
        Assert.That(step.Text("verdict"), Is.EqualTo(Json.Word(Verdict)), result.Summary());
        Assert.That(explanation, Does.Contain(Words));
        if (Catalogue.Current.CauseOf(Difference ?? default) is { } cause)
            Assert.That(step.Text("advice"), Does.Contain(cause));
        foreach (var waiting in Waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.That(result.Step(waiting).Text("status"), Is.EqualTo("notChecked"), result.Summary());
    }

    /// <inheritdoc />
    public override string ToString() => $"{Exercise.Id} step {Step}, {Name}";
}
