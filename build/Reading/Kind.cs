using Lab.Build.Results;
using Microsoft.CodeAnalysis;

namespace Lab.Build.Reading;

/// <summary>A place where a mistake was found.</summary>
/// <param name="Node">The piece of the program.</param>
/// <param name="Name">The name that the mistake is about. Null if it needs none.</param>
internal sealed record Found(SyntaxNode Node, string? Name = null);

/// <summary>A kind of mistake: what it can explain, and how it is found.</summary>
/// <param name="Mistake">The mistake.</param>
/// <param name="Explains">Whether it can lead to what was found at a step.</param>
/// <param name="Find">Finds the places in the program that certainly have it, the most important one first.</param>
internal sealed record Kind(
    Mistake Mistake,
    Func<Case, bool> Explains,
    Func<Case, ProgramSource, IEnumerable<Found>> Find
)
{
    /// <summary>The task of the step that the mistake belongs to. Null if it belongs to the step that shows it.</summary>
    public StepTask? Belongs { get; init; }

    /// <summary>Mistakes that cannot matter any more if the program has this one.</summary>
    public IReadOnlyList<Mistake> Outranks { get; init; } = [];
}

/// <summary>All kinds of mistakes.</summary>
internal static class Kinds
{
    private static readonly Kind[] _all =
    [
        .. Timeouts.Kinds,
        .. EndPoints.Kinds,
        .. Encodings.Kinds,
        .. Buffers.Kinds,
        .. Messages.Kinds,
        .. Receiving.Kinds,
        .. Writers.Kinds,
        .. Closing.Kinds,
        .. Catching.Kinds,
        .. Threads.Kinds,
        .. Sharing.Kinds,
        .. Listening.Kinds,
        .. Keyboard.Kinds,
    ];

    /// <summary>The places of all mistakes that can explain a step, however many they are.</summary>
    public static IReadOnlyList<Passage> Suspects(Case failed, ProgramSource source) =>
        [
            .. from kind in _all
            where kind.Explains(failed)
            from place in source.PlacesOf(kind, failed)
            select source.PassageOf(place.Node, kind.Mistake, place.Name),
        ];

    /// <summary>Explains a step. Null if not exactly one kind of mistake explains it.</summary>
    public static Explained? Explain(Case failed, ProgramSource source)
    {
        var found = _all.Where(kind => kind.Explains(failed))
            .SelectMany(kind => source.PlacesOf(kind, failed).Take(1), (kind, place) => (Kind: kind, Place: place))
            .ToList();
        var outranked = found.SelectMany(one => one.Kind.Outranks).ToHashSet();
        found.RemoveAll(one => outranked.Contains(one.Kind.Mistake));
        if (found is not [var (kind, place)])
            return null;
        return new(failed.Step, source.PassageOf(place.Node, kind.Mistake, place.Name), kind.Belongs);
    }
}
