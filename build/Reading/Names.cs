using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Finds where the names of a program are declared.</summary>
internal sealed class Names
{
    private readonly Dictionary<(SyntaxNode Scope, string Name), List<SyntaxNode>> _declared = [];
    private readonly ILookup<string, TypeDeclarationSyntax> _types;
    private readonly Dictionary<SyntaxNode, List<SimpleNameSyntax>> _uses = [];
    private readonly ILookup<string, ObjectCreationExpressionSyntax> _creations;

    /// <summary>Finds the names in these nodes.</summary>
    public Names(IReadOnlyCollection<SyntaxNode> nodes)
    {
        _types = nodes.OfType<TypeDeclarationSyntax>().ToLookup(type => type.Identifier.Text);
        _creations = nodes
            .OfType<ObjectCreationExpressionSyntax>()
            .ToLookup(made =>
                Syntax.LastName(made.Type is QualifiedNameSyntax it ? it.Right : (made.Type as SimpleNameSyntax)!)
            );
        foreach (var node in nodes)
            Declare(node);
        foreach (var name in nodes.OfType<SimpleNameSyntax>())
            if (DeclarationOf(name) is { } declaration)
                UsesIn(declaration).Add(name);
    }

    /// <summary>The uses of a declared name, in order.</summary>
    public IReadOnlyList<SimpleNameSyntax> UsesOf(SyntaxNode declaration) => UsesIn(declaration);

    /// <summary>The places where objects of a class are made.</summary>
    public IEnumerable<ObjectCreationExpressionSyntax> Creations(string type) => _creations[type];

    /// <summary>The user's own type of this name.</summary>
    public TypeDeclarationSyntax? TypeNamed(string name) => _types[name].FirstOrDefault();

    /// <summary>
    /// The declaration of a variable, a field, a property, a parameter or a function. Null if it is not the program's.
    /// </summary>
    public SyntaxNode? DeclarationOf(ExpressionSyntax expression) =>
        expression.Bare() switch
        {
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name when access.Name == name => MemberOf(
                access
            ),
            SimpleNameSyntax { Parent: NameColonSyntax } => null,
            SimpleNameSyntax { Parent: AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set } name
                when set.Left == name => null,
            SimpleNameSyntax name => Visible(name, name.Identifier.Text),
            MemberAccessExpressionSyntax access => MemberOf(access),
            _ => null,
        };

    // A member is looked up in the class it is taken of. For an object of an unknown class, it must be unique.
    private SyntaxNode? MemberOf(MemberAccessExpressionSyntax access)
    {
        var name = access.Name.Identifier.Text;
        if (access.Expression is ThisExpressionSyntax)
            return access.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } own
                ? In(own, name).FirstOrDefault()
                : null;
        if (access.Expression is IdentifierNameSyntax { Identifier.Text: var type } && _types.Contains(type))
            return _types[type].SelectMany(one => In(one, name)).FirstOrDefault();
        var owners = _types.SelectMany(group => group).Where(one => In(one, name).Count > 0).ToList();
        return owners.Count == 1 && TypeNameOf(access.Expression) is { } owner && owner == owners[0].Identifier.Text
            ? In(owners[0], name).First()
            : null;
    }

    private string? TypeNameOf(ExpressionSyntax expression) =>
        DeclarationOf(expression) is { } declaration ? Types.DeclaredIn(declaration) : null;

    private SyntaxNode? Visible(SyntaxNode from, string name)
    {
        foreach (var scope in from.Ancestors())
            if (In(scope, name) is { Count: > 0 } found)
                return found.LastOrDefault(one => one.SpanStart <= from.SpanStart) ?? found[0];
        return null;
    }

    private List<SyntaxNode> In(SyntaxNode scope, string name) => _declared.GetValueOrDefault((scope, name)) ?? [];

    private List<SimpleNameSyntax> UsesIn(SyntaxNode declaration)
    {
        if (!_uses.TryGetValue(declaration, out var uses))
            _uses[declaration] = uses = [];
        return uses;
    }

    private void Declare(SyntaxNode node)
    {
        var (name, scope) = node switch
        {
            VariableDeclaratorSyntax it => (it.Identifier.Text, ScopeOf(it)),
            SingleVariableDesignationSyntax it => (it.Identifier.Text, ScopeOf(it)),
            ParameterSyntax it => (it.Identifier.Text, ScopeOfParameter(it)),
            ForEachStatementSyntax it => (it.Identifier.Text, it),
            CatchDeclarationSyntax it => (it.Identifier.Text, it.Parent),
            LocalFunctionStatementSyntax it => (it.Identifier.Text, ScopeOf(it)),
            MethodDeclarationSyntax it => (it.Identifier.Text, it.Parent),
            PropertyDeclarationSyntax it => (it.Identifier.Text, it.Parent),
            _ => ("", null),
        };
        if (scope is null || name.Length == 0)
            return;
        if (!_declared.TryGetValue((scope, name), out var known))
            _declared[(scope, name)] = known = [];
        known.Add(node);
    }

    private static SyntaxNode? ScopeOfParameter(ParameterSyntax parameter) =>
        parameter.Parent is ParameterListSyntax or BracketedParameterListSyntax
            ? parameter.Parent.Parent
            : parameter.Parent;

    private static SyntaxNode? ScopeOf(SyntaxNode node) =>
        node.Ancestors()
            .FirstOrDefault(scope =>
                scope
                    is BlockSyntax
                        or ForStatementSyntax
                        or UsingStatementSyntax
                        or SwitchSectionSyntax
                        or AnonymousFunctionExpressionSyntax
                        or BaseMethodDeclarationSyntax
                        or LocalFunctionStatementSyntax
                        or TypeDeclarationSyntax
                        or CompilationUnitSyntax
            );
}
