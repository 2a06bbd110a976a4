using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Code that certainly never runs: below <c>if (false)</c>, and in functions that nothing names.</summary>
/// <param name="nodes">The whole program.</param>
internal sealed class DeadCode(IReadOnlyCollection<SyntaxNode> nodes)
{
    private readonly SyntaxNode[] _dead = Find(nodes);

    /// <summary>Whether a node is in such code.</summary>
    public bool Holds(SyntaxNode node) => _dead.Any(dead => node.IsIn(dead));

    private static bool IsNeverReached(SyntaxNode node) =>
        node switch
        {
            { Parent: IfStatementSyntax { Condition: var condition } branch } when node == branch.Statement => IsFalse(
                condition
            ),
            { Parent: WhileStatementSyntax { Condition: var condition } loop } when node == loop.Statement => IsFalse(
                condition
            ),
            CatchClauseSyntax { Filter.FilterExpression: var filter } => IsFalse(filter),
            _ => false,
        };

    private static bool IsFalse(ExpressionSyntax condition) =>
        condition.Bare() is LiteralExpressionSyntax { Token.ValueText: "false" };

    // Any use of the name counts, whatever it may mean there.
    private static SyntaxNode[] Find(IReadOnlyCollection<SyntaxNode> nodes)
    {
        var named = nodes.OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text).ToHashSet();
        return [.. nodes.Where(node => IsNeverReached(node) || IsNeverNamed(node, named))];
    }

    private static bool IsNeverNamed(SyntaxNode node, HashSet<string> named) =>
        node switch
        {
            LocalFunctionStatementSyntax it => !named.Contains(it.Identifier.Text),
            MethodDeclarationSyntax
            {
                Identifier.Text: not "Main",
                Parent: TypeDeclarationSyntax { BaseList: null }
            } it => !named.Contains(it.Identifier.Text),
            _ => false,
        };
}
