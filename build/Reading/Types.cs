using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Finds the types of expressions, as far as their names and the well-known methods tell.</summary>
/// <param name="names">The program's names.</param>
internal sealed class Types(Names names)
{
    private static readonly Dictionary<string, string> _results = new()
    {
        ["Accept"] = "Socket",
        ["AcceptAsync"] = "Socket",
        ["EndAccept"] = "Socket",
        ["AcceptSocket"] = "Socket",
        ["AcceptSocketAsync"] = "Socket",
        ["EndAcceptSocket"] = "Socket",
        ["AcceptTcpClient"] = "TcpClient",
        ["AcceptTcpClientAsync"] = "TcpClient",
        ["EndAcceptTcpClient"] = "TcpClient",
        ["GetStream"] = "NetworkStream",
        ["CreateTcpListener"] = "TcpListener",
    };

    /// <summary>The type of an expression. Null if it is not certain.</summary>
    public string? Of(ExpressionSyntax? expression) => Of(expression, 8);

    /// <summary>Whether an expression is of one of these types.</summary>
    public bool Is(ExpressionSyntax? expression, params string[] types) => types.Contains(Of(expression));

    /// <summary>The type that a declaration names. Null if it has <c>var</c>.</summary>
    public static string? DeclaredIn(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax it } => NameOf(it.Type)
                ?? (
                    declaration is VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax made }
                        ? NameOf(made.Type)
                        : null
                ),
            SingleVariableDesignationSyntax { Parent: DeclarationExpressionSyntax it } => NameOf(it.Type),
            SingleVariableDesignationSyntax { Parent: DeclarationPatternSyntax it } => NameOf(it.Type),
            ParameterSyntax { Type: { } type } => NameOf(type),
            ForEachStatementSyntax it => NameOf(it.Type),
            PropertyDeclarationSyntax it => NameOf(it.Type),
            MethodDeclarationSyntax it => NameOf(it.ReturnType),
            LocalFunctionStatementSyntax it => NameOf(it.ReturnType),
            _ => null,
        };

    private static string? NameOf(TypeSyntax type) =>
        type switch
        {
            NullableTypeSyntax it => NameOf(it.ElementType),
            QualifiedNameSyntax it => NameOf(it.Right),
            GenericNameSyntax { Identifier.Text: "Task" or "ValueTask" } it => NameOf(it.TypeArgumentList.Arguments[0]),
            IdentifierNameSyntax { IsVar: true } => null,
            SimpleNameSyntax it => it.Identifier.Text,
            ArrayTypeSyntax it => NameOf(it.ElementType) + "[]",
            PredefinedTypeSyntax it => it.Keyword.Text,
            _ => null,
        };

    private string? Of(ExpressionSyntax? expression, int depth)
    {
        if (expression is null || depth == 0)
            return null;
        expression = expression.Bare();
        return expression switch
        {
            ObjectCreationExpressionSyntax made => NameOf(made.Type),
            ArrayCreationExpressionSyntax made => NameOf(made.Type),
            InvocationExpressionSyntax call => OfCall(call),
            BinaryExpressionSyntax { OperatorToken.Text: "??" } choice => Of(choice.Left, depth - 1)
                ?? Of(choice.Right, depth - 1),
            AssignmentExpressionSyntax set => Of(set.Left, depth - 1),
            _ when names.DeclarationOf(expression) is { } declaration => DeclaredIn(declaration)
                ?? Of((declaration as VariableDeclaratorSyntax)?.Initializer?.Value, depth - 1),
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Client" } access
                when Of(access.Expression, depth - 1) == "TcpClient" => "Socket",
            MemberAccessExpressionSyntax { Name.Identifier.Text: "Server" } access
                when Of(access.Expression, depth - 1) == "TcpListener" => "Socket",
            _ => null,
        };
    }

    private string? OfCall(InvocationExpressionSyntax call) =>
        names.DeclarationOf(call.Expression) is { } own ? DeclaredIn(own) : _results.GetValueOrDefault(call.NameOf());
}
