using Lab.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with the threads that serve clients.</summary>
internal static class Threads
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.ThreadNeverStarted, IsServedByNobody, NeverStarted) { Belongs = StepTask.StartThread },
        new(
            Mistake.ThreadAwaited,
            it => it.IsAt(StepTask.StartThread, StepTask.ServeClient) && it.Is(Verdict.NeverServed, Verdict.Silent),
            Awaited
        ),
    ];

    private static bool IsServedByNobody(Case it) =>
        it.IsAt(StepTask.StartThread, StepTask.ServeClient, StepTask.ReceiveMessage)
        && it.Is(Verdict.Silent, Verdict.NeverServed);

    private static IEnumerable<ObjectCreationExpressionSyntax> Made(ProgramSource source) =>
        source
            .All<ObjectCreationExpressionSyntax>()
            .Where(made => made.Type.ToString() is "Thread" or "System.Threading.Thread" or "Task");

    private static IEnumerable<Found> NeverStarted(Case it, ProgramSource source) =>
        from made in Made(source)
        where IsNeverStarted(made, source)
        select new Found(made, made.Type.ToString());

    private static bool IsNeverStarted(ObjectCreationExpressionSyntax made, ProgramSource source) =>
        made.Parent switch
        {
            ExpressionStatementSyntax => true,
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.Text: "_" },
                Parent: ExpressionStatementSyntax
            } => true,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => source
                .Names.UsesOf(variable)
                .All(IsOnlySetUp),
            _ => false,
        };

    // thread.IsBackground = true does not start it, and other uses may.
    private static bool IsOnlySetUp(SimpleNameSyntax use) =>
        use.Parent
            is MemberAccessExpressionSyntax
            {
                Parent: AssignmentExpressionSyntax,
                Name.Identifier.Text: "IsBackground" or "Name" or "Priority"
            };

    private static IEnumerable<Found> Awaited(Case it, ProgramSource source) =>
        source
            .Calls("Join", "Wait", "GetResult")
            .Where(call => call.Loops().Any(loop => source.Sockets.Accepts.Any(accept => accept.IsIn(loop))))
            .Where(call => call.Arguments().Count == 0 && call.Target() is { } target && IsService(target, source))
            .Select(call => new Found(call.Expression, call.NameOf()));

    private static bool IsService(ExpressionSyntax target, ProgramSource source) =>
        source
            .Values.OriginsOf(target)
            .Any(origin =>
                origin is ObjectCreationExpressionSyntax made && Made(source).Contains(made)
                || origin is InvocationExpressionSyntax call && call.NameOf() is "Run" or "StartNew"
            );
}
