using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Finds where values come from: follows variables, parameters and the program's own functions.</summary>
/// <param name="names">The program's names.</param>
internal sealed partial class Values(Names names)
{
    /// <summary>The expressions that an expression may stand for, without variables in between.</summary>
    public IReadOnlyList<ExpressionSyntax> OriginsOf(ExpressionSyntax expression)
    {
        var found = new List<ExpressionSyntax>();
        Collect(expression, found, []);
        return found;
    }

    /// <summary>The expressions that are assigned to a variable, a parameter or a property.</summary>
    public IEnumerable<ExpressionSyntax> Assigned(SyntaxNode declaration) =>
        Initial(declaration)
            .Concat(names.UsesOf(declaration).Select(AssignedAt).OfType<ExpressionSyntax>())
            .Concat(Passed(declaration));

    /// <summary>
    /// Every expression that an expression is made of, with what the variables and functions in it stand for.
    /// </summary>
    public IReadOnlyList<ExpressionSyntax> Through(params IEnumerable<ExpressionSyntax> expressions)
    {
        var found = new List<ExpressionSyntax>();
        var seen = new HashSet<SyntaxNode>();
        var open = new Stack<ExpressionSyntax>(expressions.Reverse());
        while (open.TryPop(out var next))
            foreach (var inner in next.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
            {
                found.Add(inner);
                if (
                    inner is SimpleNameSyntax name
                    && names.DeclarationOf(name) is { } declaration
                    && seen.Add(declaration)
                )
                    foreach (var value in Assigned(declaration).Concat(Returned(declaration)))
                        open.Push(value);
            }
        return found;
    }

    /// <summary>The command-line arguments that an expression is made of, by their indexes.</summary>
    public IReadOnlySet<int> ArgumentsIn(ExpressionSyntax expression) =>
        Through(expression).Select(IndexOf).OfType<int>().ToHashSet();

    /// <summary>The index of the command-line argument that an expression takes. Null if it takes none.</summary>
    public int? IndexOf(ExpressionSyntax expression) =>
        expression switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [var index] } access
                when IsArguments(access.Expression) => Number(index.Expression),
            InvocationExpressionSyntax { ArgumentList.Arguments: [var index, ..] } call
                when call.NameOf() is "ElementAt" or "ElementAtOrDefault" && IsArguments(call.Target()) => Number(
                index.Expression
            ),
            _ => null,
        };

    /// <summary>What a function returns.</summary>
    public static IEnumerable<ExpressionSyntax> Returned(SyntaxNode declaration) =>
        declaration switch
        {
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } value } => [value],
            MethodDeclarationSyntax { ExpressionBody.Expression: { } value } => [value],
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => [value],
            LocalFunctionStatementSyntax or MethodDeclarationSyntax => declaration
                .DescendantNodes()
                .OfType<ReturnStatementSyntax>()
                .Where(one => one.FunctionOf() == declaration)
                .Select(one => one.Expression)
                .OfType<ExpressionSyntax>(),
            _ => [],
        };

    // The arguments of the program are the parameter of Main, or args in a program without one.
    private bool IsArguments(ExpressionSyntax? expression) =>
        expression?.Bare() is IdentifierNameSyntax name
        && names.DeclarationOf(name) switch
        {
            null => name.Identifier.Text == "args",
            ParameterSyntax { Parent.Parent: MethodDeclarationSyntax { Identifier.Text: "Main" } } => true,
            ParameterSyntax { Type: ArrayTypeSyntax } parameter => Passed(parameter).Any(IsArguments),
            _ => false,
        };

    private static int? Number(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token.Value: int number } ? number : null;

    private void Collect(ExpressionSyntax expression, List<ExpressionSyntax> found, HashSet<SyntaxNode> seen)
    {
        expression = expression.Bare();
        switch (expression)
        {
            case ConditionalExpressionSyntax choice:
                Collect(choice.WhenTrue, found, seen);
                Collect(choice.WhenFalse, found, seen);
                return;
            case BinaryExpressionSyntax { OperatorToken.Text: "??" } choice:
                Collect(choice.Left, found, seen);
                Collect(choice.Right, found, seen);
                return;
            case AssignmentExpressionSyntax set when set.IsKind(SyntaxKind.SimpleAssignmentExpression):
                Collect(set.Right, found, seen);
                return;
        }
        var declaration = names.DeclarationOf(
            expression is InvocationExpressionSyntax call ? call.Expression : expression
        );
        ExpressionSyntax[] values = declaration is null ? [] : [.. Behind(expression, declaration)];
        if (declaration is null || values.Length == 0 || seen.Count > 50 || !seen.Add(declaration))
            found.Add(expression);
        else
            foreach (var value in values)
                Collect(value, found, seen);
    }

    private IEnumerable<ExpressionSyntax> Behind(ExpressionSyntax expression, SyntaxNode declaration) =>
        expression is InvocationExpressionSyntax
            ? Returned(declaration)
            : Assigned(declaration).Concat(Returned(declaration));

    private static IEnumerable<ExpressionSyntax> Initial(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => [value],
            PropertyDeclarationSyntax { Initializer.Value: { } value } => [value],
            SingleVariableDesignationSyntax
            {
                Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax argument }
            } => Filling(argument),
            _ => [],
        };

    private static ExpressionSyntax? AssignedAt(SimpleNameSyntax use)
    {
        ExpressionSyntax name = use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access : use;
        return name.Parent switch
        {
            AssignmentExpressionSyntax set when set.Left == name => set.Right,
            ArgumentSyntax { RefKindKeyword.Text: "out" or "ref" } argument => Filling(argument).FirstOrDefault(),
            _ => null,
        };
    }

    // TryParse(text, out number) gives the text; any other function may give anything.
    private static IEnumerable<ExpressionSyntax> Filling(ArgumentSyntax argument) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call
            ? [call.NameOf() == "TryParse" ? call.Arguments()[0] : call]
            : [];

    /// <summary>The arguments that calls pass for a parameter of one of the program's own functions.</summary>
    private IEnumerable<ExpressionSyntax> Passed(SyntaxNode declaration)
    {
        if (declaration is not ParameterSyntax { Parent: ParameterListSyntax { Parent: { } function } list } parameter)
            return [];
        var at = list.Parameters.IndexOf(parameter);
        var calls = function is ConstructorDeclarationSyntax or TypeDeclarationSyntax
            ? names.Creations(function.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.Text)
            : names.UsesOf(function).Select(CallOf).OfType<ExpressionSyntax>();
        return calls.Select(call => PassedBy(call, parameter, at)).OfType<ExpressionSyntax>();
    }

    private static ExpressionSyntax? CallOf(SimpleNameSyntax use) =>
        (use.Parent is MemberAccessExpressionSyntax access && access.Name == use ? access.Parent : use.Parent)
            is InvocationExpressionSyntax call
        && call.Expression.Span.Contains(use.Span)
            ? call
            : null;

    private static ExpressionSyntax? PassedBy(ExpressionSyntax call, ParameterSyntax parameter, int at)
    {
        var list = call switch
        {
            InvocationExpressionSyntax it => it.ArgumentList,
            BaseObjectCreationExpressionSyntax it => it.ArgumentList,
            _ => null,
        };
        var named = list?.Arguments.FirstOrDefault(one =>
            one.NameColon?.Name.Identifier.Text == parameter.Identifier.Text
        );
        return (named ?? list?.Arguments.ElementAtOrDefault(at))?.Expression;
    }
}
