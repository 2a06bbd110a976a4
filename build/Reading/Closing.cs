using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with closing a socket.</summary>
internal static class Closing
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.NeverClosed, IsNotClosed, NeverClosed),
        new(Mistake.ClosedOnlyInTry, IsNotClosed, OnlyInTry),
        new(Mistake.ClosedOnCondition, IsNotClosed, OnCondition),
        new(Mistake.ExitBeforeClose, it => IsNotClosed(it) && it.Is(Verdict.ProcessEnded), ExitBefore)
        {
            Outranks = [Mistake.ClosedOnlyInTry],
        },
        new(Mistake.ReturnBeforeClose, IsNotClosed, ReturnBefore),
        new(Mistake.ClosedTooEarly, IsClosedEarly, (_, source) => TooEarly(source)),
        new(Mistake.LingerOfZero, it => it.Is(Verdict.Reset), (_, source) => Linger(source)),
        new(Mistake.CloseNeverReached, it => IsNotClosed(it) && it.IsAt(StepTask.CloseServer), NeverReached),
    ];

    private static bool IsNotClosed(Case it) =>
        it.IsAt(StepTask.CloseSocket, StepTask.CloseServer) && it.Is(Verdict.ProcessEnded)
        || it.IsAt(StepTask.CloseClient) && it.Is(Verdict.Silent);

    private static bool IsClosedEarly(Case it) =>
        it.IsAt(StepTask.SendMessage, StepTask.SendBack, StepTask.ReceiveReply, StepTask.ReceiveMessage)
        && it.Is(
            Verdict.CleanClose,
            Verdict.Reset,
            Verdict.ProcessEnded,
            Verdict.EndedEarly,
            Verdict.UnhandledException
        );

    // Later in the same block, or further in, the same socket is used once more.
    private static IEnumerable<Found> TooEarly(ProgramSource source) =>
        from call in source.Calls("Close", "Dispose", "Shutdown")
        let block = call.FirstAncestorOrSelf<StatementSyntax>()?.Parent
        where call.Parent is ExpressionStatementSyntax && block is BlockSyntax or GlobalStatementSyntax
        where !call.Ancestors().Any(outer => outer is CatchClauseSyntax or FinallyClauseSyntax)
        let socket = source.Names.DeclarationOf(call.Target()!)
        where socket is not null
        where
            UsesAfter(call, block is GlobalStatementSyntax ? block.Parent! : block, source)
                .Any(use => source.Names.DeclarationOf(use.Target()!) == socket)
        select new Found(call, call.NameOf());

    // After Shutdown(SocketShutdown.Send) a program still receives, and the other way round.
    private static IEnumerable<InvocationExpressionSyntax> UsesAfter(
        InvocationExpressionSyntax call,
        SyntaxNode block,
        ProgramSource source
    )
    {
        var shut = call.Arguments() is [MemberAccessExpressionSyntax how] ? how.Name.Identifier.Text : "Both";
        var uses = (shut == "Send" ? [] : source.Sockets.Receives).Concat(
            shut == "Receive" ? [] : source.Sockets.Sends
        );
        return uses.Where(use =>
            use.IsIn(block) && use.SpanStart > call.Span.End && use.FunctionOf() == call.FunctionOf()
        );
    }

    private static IEnumerable<Found> Linger(ProgramSource source) =>
        source
            .All<ObjectCreationExpressionSyntax>()
            .Where(made =>
                made.Type.ToString() == "LingerOption"
                && made.Arguments()
                    is [LiteralExpressionSyntax { Token.Value: true }, LiteralExpressionSyntax { Token.Value: 0 }]
            )
            .Select(made => new Found(made));

    private static Side SideOf(Case it) => it.IsAt(StepTask.CloseServer) ? Side.Listener : Side.Connection;

    /// <summary>What closes a socket of this side: calls, and declarations with using. Uncertain ones count as well.</summary>
    private static List<SyntaxNode> Closers(Case it, ProgramSource source) =>
        [
            .. source
                .Calls("Close", "Dispose", "DisposeAsync", "Stop")
                .Where(call => call.Target() is { } target && Concerns(target, it, source)),
            .. source.All<UsingStatementSyntax>(),
            .. source.All<LocalDeclarationStatementSyntax>().Where(one => one.UsingKeyword.Text == "using"),
        ];

    private static bool Concerns(ExpressionSyntax target, Case it, ProgramSource source) =>
        it.IsServer && source.Sockets.IsListening(target) ? SideOf(it) == Side.Listener
        : it.IsServer && source.Sockets.IsAccepted(target) ? SideOf(it) == Side.Connection
        : !source.Types.Is(target, "CancellationTokenSource", "Thread", "Stopwatch", "Timer", "FileStream");

    private static IEnumerable<SyntaxNode> Made(Case it, ProgramSource source) =>
        it.IsAt(StepTask.CloseClient)
            ? source.Sockets.Accepts
            : source
                .All<ObjectCreationExpressionSyntax>()
                .Where(made => made.Type.ToString().Split('.')[^1] is "Socket" or "TcpClient" or "TcpListener");

    private static IEnumerable<Found> NeverClosed(Case it, ProgramSource source) =>
        Closers(it, source).Count == 0 ? Made(it, source).Select(made => new Found(made)) : [];

    private static IEnumerable<Found> OnlyInTry(Case it, ProgramSource source)
    {
        var closers = Closers(it, source);
        return closers.All(IsInTry) ? closers.Select(closer => new Found(closer)) : [];
    }

    // An exception in the same try jumps over a call that comes later in it.
    private static bool IsInTry(SyntaxNode closer) =>
        closer is InvocationExpressionSyntax
        && closer
            .Ancestors()
            .TakeWhile(outer => !Syntax.IsFunction(outer))
            .FirstOrDefault(outer => outer is TryStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax)
            is TryStatementSyntax { Catches.Count: > 0 } outer
        && outer.Block.Statements.Any(statement => statement.SpanStart < closer.SpanStart && !closer.IsIn(statement));

    private static IEnumerable<Found> OnCondition(Case it, ProgramSource source)
    {
        var closers = Closers(it, source);
        return closers.All(closer => ConditionOf(closer, source) is not null)
            ? closers.Select(closer => new Found(ConditionOf(closer, source)!))
            : [];
    }

    // Null, or a condition that asks only whether there is a socket, or whose branch holds the whole service.
    private static ExpressionSyntax? ConditionOf(SyntaxNode closer, ProgramSource source) =>
        closer is InvocationExpressionSyntax
        && closer.Ancestors().TakeWhile(outer => !Syntax.IsFunction(outer)).OfType<IfStatementSyntax>().FirstOrDefault()
            is { Else: null } branch
        && !branch.Condition.ToString().Contains("null", StringComparison.Ordinal)
        && !source.Sockets.Receives.Concat(source.Sockets.Accepts).Any(call => call.IsIn(branch))
            ? branch.Condition
            : null;

    private static IEnumerable<Found> ExitBefore(Case it, ProgramSource source)
    {
        var closers = Closers(it, source);
        var exits = source
            .Calls("Exit", "FailFast")
            .Where(call => call.Target() is IdentifierNameSyntax { Identifier.Text: "Environment" })
            .Where(exit => IsBeforeClose(exit, closers))
            .ToList();
        return exits is [var only] ? [new(only, "Environment." + only.NameOf())] : [];
    }

    // The socket is closed after the try, or in its finally, and not in the catch that exits.
    private static bool IsBeforeClose(InvocationExpressionSyntax exit, List<SyntaxNode> closers) =>
        exit.Ancestors().FirstOrDefault(outer => outer is CatchClauseSyntax) is { Parent: { } around } clause
        && closers.Count > 0
        && !closers.Any(closer => closer.IsIn(clause))
        && closers.Any(closer =>
            closer.SpanStart > clause.SpanStart && closer.FunctionOf() == exit.FunctionOf()
            || closer.IsIn(around)
            || around.IsIn(closer)
            || closer.SpanStart < around.SpanStart && closer is LocalDeclarationStatementSyntax
        );

    // Without a finally, the return skips the rest of the block.
    private static IEnumerable<Found> ReturnBefore(Case it, ProgramSource source) =>
        Closers(it, source) is [InvocationExpressionSyntax closer]
        && !closer.Ancestors().Any(outer => outer is FinallyClauseSyntax or SwitchSectionSyntax)
            ? source
                .All<ReturnStatementSyntax>()
                .Where(leave =>
                    leave.FunctionOf() == closer.FunctionOf()
                    && leave.SpanStart < closer.SpanStart
                    && !leave.Ancestors().Any(outer => outer is SwitchSectionSyntax)
                    && Made(it, source).Any(made => made.SpanStart < leave.SpanStart)
                )
                .Select(leave => new Found(leave))
            : [];

    private static IEnumerable<Found> NeverReached(Case it, ProgramSource source)
    {
        var closers = Closers(it, source);
        return closers.All(closer => closer is InvocationExpressionSyntax && IsAfterEndless(closer))
            ? closers.Select(closer => new Found(closer))
            : [];
    }

    private static bool IsAfterEndless(SyntaxNode closer) =>
        closer.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && Before(statement)
            .Any(earlier =>
                earlier.IsEndless()
                && earlier is WhileStatementSyntax or ForStatementSyntax or DoStatementSyntax
                && !Breaks(earlier)
            );

    private static IEnumerable<StatementSyntax> Before(StatementSyntax statement) =>
        statement.Parent switch
        {
            BlockSyntax block => block.Statements.TakeWhile(one => one != statement),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax file } global => file
                .Members.OfType<GlobalStatementSyntax>()
                .TakeWhile(one => one != global)
                .Select(one => one.Statement),
            _ => [],
        };

    private static bool Breaks(StatementSyntax loop) =>
        loop.DescendantNodes()
            .Any(node => node is BreakStatementSyntax or GotoStatementSyntax && node.Loops().FirstOrDefault() == loop);
}

/// <summary>The two kinds of sockets of a server.</summary>
internal enum Side
{
    /// <summary>The socket that listens.</summary>
    Listener,

    /// <summary>The socket of a connection.</summary>
    Connection,
}
