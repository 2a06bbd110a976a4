using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Questions about a piece of syntax that need nothing else.</summary>
internal static class Syntax
{
    /// <summary>The name of the called method, without the object or the class.</summary>
    public static string NameOf(this InvocationExpressionSyntax call) => LastName(call.Expression);

    /// <summary>The object or the class that a method is called on. Null if there is none.</summary>
    public static ExpressionSyntax? Target(this InvocationExpressionSyntax call) => TargetOf(call.Expression);

    /// <summary>The object or the class that a member is taken of. Null if there is none.</summary>
    public static ExpressionSyntax? TargetOf(ExpressionSyntax member) =>
        member switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => member
                .Ancestors()
                .OfType<ConditionalAccessExpressionSyntax>()
                .First(access => access.WhenNotNull.Span.Contains(member.Span))
                .Expression,
            _ => null,
        };

    /// <summary>The last part of a dotted name.</summary>
    public static string LastName(ExpressionSyntax expression) =>
        expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => "",
        };

    /// <summary>The arguments of a call.</summary>
    public static IReadOnlyList<ExpressionSyntax> Arguments(this ExpressionSyntax call) =>
        call switch
        {
            InvocationExpressionSyntax it => [.. it.ArgumentList.Arguments.Select(one => one.Expression)],
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } =>
            [
                .. list.Arguments.Select(one => one.Expression),
            ],
            _ => [],
        };

    /// <summary>The expression without parentheses, casts, await and the null-forgiving operator.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax inner => inner.Expression.Bare(),
            CastExpressionSyntax inner => inner.Expression.Bare(),
            AwaitExpressionSyntax inner => inner.Expression.Bare(),
            CheckedExpressionSyntax inner => inner.Expression.Bare(),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } inner =>
                inner.Operand.Bare(),
            InvocationExpressionSyntax call when call.NameOf() == "ConfigureAwait" && call.Target() is { } inner =>
                inner.Bare(),
            _ => expression,
        };

    /// <summary>The function that a node belongs to: a method, a local function, a lambda, or the whole file.</summary>
    public static SyntaxNode FunctionOf(this SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(IsFunction) ?? node.SyntaxTree.GetRoot();

    /// <summary>Whether a node is a function.</summary>
    public static bool IsFunction(SyntaxNode node) =>
        node
            is BaseMethodDeclarationSyntax
                or LocalFunctionStatementSyntax
                or AnonymousFunctionExpressionSyntax
                or AccessorDeclarationSyntax;

    /// <summary>The loops around a node inside its function, from the innermost.</summary>
    public static IEnumerable<StatementSyntax> Loops(this SyntaxNode node) =>
        node.Ancestors()
            .TakeWhile(outer => !IsFunction(outer))
            .OfType<StatementSyntax>()
            .Where(statement => IsLoop(statement) && IsRepeated(statement, node));

    private static bool IsLoop(StatementSyntax statement) =>
        statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    // The beginning of a for statement, and the list of a foreach statement, are not repeated.
    private static bool IsRepeated(StatementSyntax loop, SyntaxNode node) =>
        loop switch
        {
            CommonForEachStatementSyntax each => each.Statement.Span.Contains(node.Span),
            ForStatementSyntax { Declaration: { } begin } => !begin.Span.Contains(node.Span),
            _ => true,
        };

    /// <summary>The condition of a loop. Null if there is none.</summary>
    public static ExpressionSyntax? Condition(this StatementSyntax loop) =>
        loop switch
        {
            WhileStatementSyntax it => it.Condition,
            DoStatementSyntax it => it.Condition,
            ForStatementSyntax it => it.Condition,
            _ => null,
        };

    /// <summary>Whether a loop has no condition that could end it.</summary>
    public static bool IsEndless(this StatementSyntax loop) =>
        loop is not CommonForEachStatementSyntax
        && loop.Condition() is null or LiteralExpressionSyntax { Token.ValueText: "true" };

    /// <summary>Whether a node is inside another, or is it.</summary>
    public static bool IsIn(this SyntaxNode node, SyntaxNode? outer) =>
        outer is not null && node.SyntaxTree == outer.SyntaxTree && outer.Span.Contains(node.Span);
}
