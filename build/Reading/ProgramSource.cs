using Lab.Build.Results;
using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SourceFile = Lab.Build.Results.SourceFile;

namespace Lab.Build.Reading;

/// <summary>
/// The syntax of a program. A semantic model would know more, but takes half a second to begin with. The names, types
/// and values that students' programs need are found in the syntax alone: see <see cref="Names"/>, <see cref="Types"/>
/// and <see cref="Values"/>. What is not certain is null.
/// </summary>
internal sealed class ProgramSource
{
    private readonly Dictionary<SyntaxTree, string> _files;
    private readonly SyntaxNode[] _nodes;
    private readonly DeadCode _dead;
    private readonly Dictionary<(Mistake, StepTask, Crash?), IReadOnlyList<Found>> _places = [];

    /// <summary>Reads a program.</summary>
    public ProgramSource(IEnumerable<SourceFile> files)
    {
        _files = files.ToDictionary(file => CSharpSyntaxTree.ParseText(file.Text!), file => file.Name);
        SyntaxNode[] all = [.. _files.Keys.SelectMany(tree => tree.GetRoot().DescendantNodes())];
        Names = new(all);
        Types = new(Names);
        Values = new(Names);
        _dead = new(all);
        _nodes = [.. all.Where(node => !_dead.Holds(node))];
        Sockets = new(this);
    }

    /// <summary>The declarations of its names.</summary>
    public Names Names { get; }

    /// <summary>The types of its expressions.</summary>
    public Types Types { get; }

    /// <summary>The values of its expressions.</summary>
    public Values Values { get; }

    /// <summary>What it does with sockets.</summary>
    public Sockets Sockets { get; }

    /// <summary>All nodes of a kind, in order. Code that certainly never runs is left out.</summary>
    public IEnumerable<T> All<T>()
        where T : SyntaxNode => _nodes.OfType<T>();

    /// <summary>The calls of methods with one of these names.</summary>
    public IEnumerable<InvocationExpressionSyntax> Calls(params string[] names) =>
        All<InvocationExpressionSyntax>().Where(call => names.Contains(call.NameOf()));

    /// <summary>The places of a kind of mistake. They are looked for once for each step and crash.</summary>
    public IReadOnlyList<Found> PlacesOf(Kind kind, Case failed)
    {
        var key = (kind.Mistake, failed.Task, failed.Finding.Program?.Crash);
        if (!_places.TryGetValue(key, out var places))
            _places[key] = places = [.. kind.Find(failed, this)];
        return places;
    }

    /// <summary>The passage that a node takes, with a mistake that it contains.</summary>
    public Passage PassageOf(SyntaxNode node, Mistake mistake, string? name)
    {
        var place = node.GetLocation().GetLineSpan();
        var (first, last) = (place.StartLinePosition, place.EndLinePosition);
        var line = node.SyntaxTree.GetText().Lines[first.Line].ToString();
        // Of a passage with several lines the first one is shown.
        var end = last.Line == first.Line ? last.Character : line.TrimEnd().Length;
        return new(mistake, _files[node.SyntaxTree], first.Line + 1, first.Character + 1, end - first.Character)
        {
            Name = name,
        };
    }

    /// <summary>Whether a node certainly never runs.</summary>
    public bool IsDead(SyntaxNode node) => _dead.Holds(node);

    /// <summary>The first and the last line of a node, from 1.</summary>
    public static (int First, int Last) LinesOf(SyntaxNode node)
    {
        var place = node.GetLocation().GetLineSpan();
        return (place.StartLinePosition.Line + 1, place.EndLinePosition.Line + 1);
    }

    /// <summary>The name of the file that a node is in.</summary>
    public string FileOf(SyntaxNode node) => _files[node.SyntaxTree];
}
