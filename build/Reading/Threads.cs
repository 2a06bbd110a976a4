using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with the threads that serve clients.</summary>
internal static class Threads
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.ThreadNeverStarted, IsServedByNobody, NeverStarted) { Belongs = StepTask.StartThread },
        new(Mistake.ThreadStartedTwice, it => it.Is(Verdict.UnhandledException), (_, source) => StartedTwice(source)),
        new(Mistake.ThreadAwaited, IsOneAtATime, (_, source) => Awaited(source)) { Outranks = [Mistake.ServedInLoop] },
        new(Mistake.ServedInLoop, IsOneAtATime, (_, source) => ServedInLoop(source)),
        new(Mistake.LockAroundService, IsOneAtATime, (_, source) => Locked(source)),
    ];

    private static bool IsOneAtATime(Case it) =>
        it.IsAt(StepTask.StartThread, StepTask.ServeClient) && it.Is(Verdict.NeverServed, Verdict.Silent);

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

    private static IEnumerable<Found> Awaited(ProgramSource source) =>
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

    private static IEnumerable<Found> StartedTwice(ProgramSource source) =>
        from made in Made(source)
        let variable = made.Parent?.Parent as VariableDeclaratorSyntax
        where variable is not null
        let starts = source.Names.UsesOf(variable).Where(IsStart).ToList()
        where
            starts.Count == 2
            && !starts.Any(start =>
                start.Ancestors().OfType<IfStatementSyntax>().Any(outer => outer.SpanStart > made.SpanStart)
            )
        select new Found(starts[1].Parent!, $"{starts[1].Parent}");

    private static bool IsStart(SimpleNameSyntax use) =>
        use.Parent
            is MemberAccessExpressionSyntax { Name.Identifier.Text: "Start", Parent: InvocationExpressionSyntax };

    // The loop that accepts calls the function that serves, and waits until it returns.
    private static IEnumerable<Found> ServedInLoop(ProgramSource source)
    {
        var serving = source.Sockets.Serving;
        return from call in source.All<InvocationExpressionSyntax>()
            where source.Names.DeclarationOf(call.Expression) is { } function && serving.Contains(function)
            where IsInAcceptingLoop(call, source) && IsWaitedFor(call, source)
            select new Found(call.Parent is AwaitExpressionSyntax ? call.Parent : call, call.NameOf());
    }

    private static bool IsInAcceptingLoop(SyntaxNode node, ProgramSource source) =>
        node.Loops()
            .Any(loop =>
                source.Sockets.Accepts.Any(accept => accept.IsIn(loop) && accept.FunctionOf() == node.FunctionOf())
            );

    // An async function that nobody awaits goes on by itself.
    private static bool IsWaitedFor(InvocationExpressionSyntax call, ProgramSource source) =>
        call.Parent is AwaitExpressionSyntax
        || call.Parent is ExpressionStatementSyntax
            && source.Names.DeclarationOf(call.Expression) is { } function
            && !function.ChildTokens().Any(token => token.Text == "async")
            && !Sockets.StartsThreads(function);

    // A lock, or a wait for a semaphore, around everything that serves a client.
    private static IEnumerable<Found> Locked(ProgramSource source) =>
        source
            .All<LockStatementSyntax>()
            .Where(one => HoldsService(one.Statement, source))
            .Select(one => new Found(one.Expression, $"lock ({one.Expression})"))
            .Concat(
                from call in source.Calls("Enter", "Wait", "WaitAsync", "WaitOne")
                where call.Arguments().Count <= 1 && IsGate(call, source)
                where call.FirstAncestorOrSelf<BlockSyntax>() is { } block && HoldsService(block, source)
                select new Found(call, call.ToString())
            );

    private static bool IsGate(InvocationExpressionSyntax call, ProgramSource source) =>
        call.Target() is { } target
        && (
            target is IdentifierNameSyntax { Identifier.Text: "Monitor" }
            || source.Types.Is(target, "SemaphoreSlim", "Semaphore", "Mutex", "Lock")
                && source
                    .Values.OriginsOf(target)
                    .All(gate => gate.Arguments() is [] or [LiteralExpressionSyntax { Token.Value: 1 or false }, ..])
        );

    private static bool HoldsService(SyntaxNode part, ProgramSource source) =>
        source.Sockets.Receives.Any(call =>
            call.IsIn(part)
            && call.Loops().All(loop => loop.IsIn(part) || source.Sockets.Accepts.Any(accept => accept.IsIn(loop)))
        )
        || part.DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(call =>
                source.Names.DeclarationOf(call.Expression) is { } function && source.Sockets.Serving.Contains(function)
            );
}
