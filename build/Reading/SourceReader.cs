using System.Runtime.CompilerServices;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Reading;

/// <summary>
/// Looks in a program's source for the mistake that explains what was found at a step. The source never fails a step:
/// it is read only after a step has failed, and only mistakes that can lead to this finding are looked for.
/// </summary>
/// <param name="exercise">The exercise.</param>
/// <param name="program">The program.</param>
public sealed class SourceReader(Exercise exercise, CheckedProgram program)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<StepResult, Explained?> _known = [];
    private object? _source;

    /// <summary>
    /// Adds to each failed step the passage that explains it, if there is one. Some mistakes belong to another step than
    /// the one that showed them, and looked the same from outside: that step fails then.
    /// </summary>
    public ValueList<StepResult> Explain(ValueList<StepResult> steps)
    {
        foreach (var step in steps.Where(step => step.Status == StepStatus.Failed))
            if (Explained(step) is { } explained)
                steps = explained.In(exercise, steps);
        return steps;
    }

    // The verdict does not depend on the source, so a fault here must not cost it. The library may be missing, or be
    // another version than the one that this code was compiled with.
    private Explained? Explained(StepResult step)
    {
        lock (_lock)
        {
            try
            {
                if (!_known.TryGetValue(step, out var known))
                    _known[step] = known = Look(step);
                return known;
            }
            catch (Exception) when (!IsStrict)
            {
                return null;
            }
        }
    }

    /// <summary>Whether a fault of this class is thrown on. Tests want this.</summary>
    public bool IsStrict { get; init; }

    /// <summary>
    /// Every passage that can explain a failed step, also if several kinds of mistakes do. Only tests ask for it.
    /// </summary>
    public IReadOnlyList<Passage> Suspects(StepResult step)
    {
        CompilerLibrary.MakeFindable();
        return SuspectsInSource(step);
    }

    // Without a C# source the compiler's library is not even loaded.
    private Explained? Look(StepResult step)
    {
        if (program.MoreFiles > 0 || program.Files.Count == 0 || program.Files.Any(file => file.Text is null))
            return null;
        CompilerLibrary.MakeFindable();
        return ExplainedInSource(step);
    }

    // A method that uses the library cannot even begin while the library is not findable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Explained? ExplainedInSource(StepResult step) => Kinds.Explain(new(exercise, step), Source());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private IReadOnlyList<Passage> SuspectsInSource(StepResult step) => Kinds.Suspects(new(exercise, step), Source());

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ProgramSource Source() => (ProgramSource)(_source ??= new ProgramSource(program.Files));
}
