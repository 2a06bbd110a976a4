using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

// Numbers and spans of time.
internal sealed partial class Values
{
    private const int Deepest = 8;

    /// <summary>
    /// The number or the span of time that an expression gives, as a multiple of a command-line argument. Null if it is
    /// not certain.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="argument">The index of the argument.</param>
    public Measure? MeasureOf(ExpressionSyntax expression, int argument) => MeasureOf(expression, argument, Deepest);

    private Measure? MeasureOf(ExpressionSyntax expression, int argument, int depth)
    {
        if (depth == 0)
            return null;
        expression = expression.Bare();
        Measure? Of(ExpressionSyntax inner) => MeasureOf(inner, argument, depth - 1);
        return expression switch
        {
            LiteralExpressionSyntax { Token.Value: int or long or double or uint } it => new(
                Convert.ToDouble(it.Token.Value, CultureInfo.InvariantCulture),
                IsOfArgument: false
            ),
            _ when IndexOf(expression) is { } index => index == argument ? new(1, IsOfArgument: true) : null,
            BinaryExpressionSyntax { OperatorToken.Text: "*" } it => Of(it.Left)?.Times(Of(it.Right)),
            ConditionalExpressionSyntax it => Measure.Common([Of(it.WhenTrue), Of(it.WhenFalse)]),
            BinaryExpressionSyntax { OperatorToken.Text: "??" } it => Measure.Common([Of(it.Left), Of(it.Right)]),
            InvocationExpressionSyntax it => MeasureOfCall(it, Of),
            MemberAccessExpressionSyntax { Name.Identifier.Text: var unit } it
                when Measure.PerSecond.TryGetValue(
                    unit.Replace("Total", "From", StringComparison.Ordinal),
                    out var factor
                ) && unit.StartsWith("Total", StringComparison.Ordinal) => Of(it.Expression)?.AsNumber(factor),
            _ when names.DeclarationOf(expression) is { } declaration => OfDeclared(declaration, Of),
            _ => null,
        };
    }

    // A variable that is multiplied later is not looked through.
    private Measure? OfDeclared(SyntaxNode declaration, Func<ExpressionSyntax, Measure?> of) =>
        names
            .UsesOf(declaration)
            .Any(use =>
                use.Parent is AssignmentExpressionSyntax set
                && set.Left == use
                && !set.IsKind(SyntaxKind.SimpleAssignmentExpression)
            )
            ? null
            : Measure.Common(Assigned(declaration).Concat(Returned(declaration)).Select(of));

    private Measure? MeasureOfCall(InvocationExpressionSyntax call, Func<ExpressionSyntax, Measure?> of)
    {
        var name = call.NameOf();
        return call.Arguments() switch
        {
            [var inner] when Measure.PerSecond.TryGetValue(name, out var factor) => of(inner)?.AsSpan(factor),
            [var inner, ..] when name is "Parse" or "ToInt32" or "ToDouble" or "ToInt64" => of(inner),
            _ when names.DeclarationOf(call.Expression) is { } own => Measure.Common(Returned(own).Select(of)),
            _ => null,
        };
    }
}
