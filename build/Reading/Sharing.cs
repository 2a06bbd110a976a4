using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Variables that all threads share, although each client needs its own.</summary>
internal static class Sharing
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.SharedSocket, IsMixedUp, (_, source) => Sockets(source)),
        new(Mistake.SharedList, IsMixedUp, (_, source) => Lists(source)),
        new(Mistake.SharedBuffer, IsMixedUp, (_, source) => Buffers(source)),
        new(Mistake.SharedVariable, IsMixedUp, (_, source) => Variables(source)),
    ];

    private static bool IsMixedUp(Case it) =>
        it.Exercise.Kind == ExerciseKind.ThreadedServer
        && it.IsAt(
            StepTask.StartThread,
            StepTask.ServeClient,
            StepTask.ReceiveMessage,
            StepTask.SendBack,
            StepTask.ShowMessage,
            StepTask.HandleInThreads
        )
        && it.Is(
            Verdict.WrongBytes,
            Verdict.ExtraBytes,
            Verdict.Silent,
            Verdict.Stopped,
            Verdict.CleanClose,
            Verdict.Reset,
            Verdict.UnhandledException
        );

    private static IEnumerable<Found> Sockets(ProgramSource source) =>
        from variable in Shared(source)
        where
            source
                .Values.Assigned(variable)
                .Any(value =>
                    value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(source.Sockets.Accepts.Contains)
                )
        where IsUsedInThread(variable, source)
        select new Found(variable, variable.Identifier.Text);

    // A list of sockets, from which a thread sends to others than its own client.
    private static IEnumerable<Found> Lists(ProgramSource source)
    {
        var sent = source.Sockets.Sent.ToHashSet();
        return from variable in Shared(source)
            let uses = source.Names.UsesOf(variable)
            where uses.Any(use => AddsClient(use, source))
            where uses.Any(use => IsInThread(use, source) && IsSentFrom(use, sent))
            select new Found(variable, variable.Identifier.Text);
    }

    private static bool AddsClient(SimpleNameSyntax use, ProgramSource source) =>
        use.Parent
            is MemberAccessExpressionSyntax { Name.Identifier.Text: "Add", Parent: InvocationExpressionSyntax call }
        && call.Arguments() is [var added]
        && source.Sockets.IsAccepted(added);

    private static bool IsSentFrom(SimpleNameSyntax use, HashSet<ExpressionSyntax> sent) =>
        sent.Contains(use)
        || use.FirstAncestorOrSelf<ForEachStatementSyntax>() is { } each
            && use.IsIn(each.Expression)
            && each.Statement.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.Text == each.Identifier.Text && sent.Contains(name));

    private static IEnumerable<Found> Buffers(ProgramSource source)
    {
        var buffers = source.Sockets.Buffers;
        return from variable in Shared(source)
            where buffers.Contains(variable) && IsUsedInThread(variable, source)
            select new Found(variable, variable.Identifier.Text);
    }

    // A variable that a thread writes, and that goes into what it sends or prints.
    private static IEnumerable<Found> Variables(ProgramSource source)
    {
        var uses = source.Sockets.Sent.Concat(source.Sockets.Printed).ToHashSet();
        var buffers = source.Sockets.Buffers;
        return from variable in Shared(source)
            where !buffers.Contains(variable)
            let names = source.Names.UsesOf(variable)
            where names.Any(use => IsInThread(use, source) && IsWritten(use))
            where names.Any(use => IsInThread(use, source) && uses.Contains(use))
            select new Found(variable, variable.Identifier.Text);
    }

    private static bool IsWritten(SimpleNameSyntax use) =>
        use.Parent is AssignmentExpressionSyntax set && set.Left == use
        || use.Parent
            is MemberAccessExpressionSyntax
            {
                Name.Identifier.Text: "Add" or "AddRange" or "Append" or "AppendLine",
                Parent: InvocationExpressionSyntax
            };

    /// <summary>
    /// Static fields, fields of an object that is made outside the loop, and variables outside the loop that accepts.
    /// </summary>
    private static IEnumerable<VariableDeclaratorSyntax> Shared(ProgramSource source) =>
        source.All<VariableDeclaratorSyntax>().Where(variable => !IsPerThread(variable) && IsShared(variable, source));

    private static bool IsPerThread(VariableDeclaratorSyntax variable) =>
        variable.FirstAncestorOrSelf<FieldDeclarationSyntax>()?.AttributeLists.Count > 0
        || variable.Parent
            is VariableDeclarationSyntax { Type: GenericNameSyntax { Identifier.Text: "ThreadLocal" or "AsyncLocal" } };

    private static bool IsShared(VariableDeclaratorSyntax variable, ProgramSource source) =>
        variable.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field
            ? field.Modifiers.Any(modifier => modifier.Text == "static") || IsMadeOnce(field, source)
            : !variable.Loops().Any()
                && source.Sockets.Accepts.Any(accept =>
                    accept.FunctionOf() == variable.FunctionOf() && accept.Loops().Any()
                );

    private static bool IsMadeOnce(FieldDeclarationSyntax field, ProgramSource source) =>
        field.Parent is TypeDeclarationSyntax type
        && source.Names.Creations(type.Identifier.Text).ToList() is [var made]
        && !made.Loops().Any()
        && source.Sockets.Accepts.Any(accept => accept.IsIn(type));

    private static bool IsUsedInThread(SyntaxNode variable, ProgramSource source) =>
        source.Names.UsesOf(variable).Any(use => IsInThread(use, source));

    // Code of a function that serves, or of a function inside the loop that accepts.
    private static bool IsInThread(SyntaxNode use, ProgramSource source) =>
        use.Ancestors().Any(source.Sockets.Serving.Contains)
        || use.Ancestors()
            .OfType<AnonymousFunctionExpressionSyntax>()
            .Any(lambda =>
                lambda
                    .Loops()
                    .Any(loop => source.Sockets.Accepts.Any(accept => accept.IsIn(loop) && !accept.IsIn(lambda)))
            );
}
