using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with the socket itself, with listening and accepting, and with the loop around them.</summary>
internal static class Listening
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(
            Mistake.DatagramSocket,
            it => it.IsAt(StepTask.CreateClientSocket, StepTask.CreateServerSocket),
            (_, source) => Datagrams(source)
        ),
        new(Mistake.ListenMissing, IsNotListening, (_, source) => NoListen(source)),
        new(Mistake.ListenTooLate, IsNotListening, (_, source) => LateListen(source)),
        new(
            Mistake.ListenBeforeBind,
            it => it.IsServer && it.IsAt(StepTask.Bind, StepTask.Listen),
            (_, source) => EarlyListen(source)
        ),
        new(Mistake.AcceptOutsideLoop, EndsAfterClient, (_, source) => OutsideLoop(source)),
        new(Mistake.LoopEnds, EndsAfterClient, (_, source) => Ends(source)),
        new(Mistake.ListenerClosedInLoop, EndsAfterClient, (_, source) => ClosedInLoop(source)),
        new(Mistake.BoundInLoop, EndsAfterClient, (_, source) => InLoop(source, "Bind")),
        new(Mistake.ListenerUsedForClient, MayUseListener, (_, source) => WrongSocket(source)),
        new(
            Mistake.ListenerNeverConnected,
            it => it.IsServer && it.IsAt(StepTask.Loop, StepTask.Bind, StepTask.Listen, StepTask.Accept),
            (_, source) => Connected(source)
        ),
        new(
            Mistake.ListenerClosedByThread,
            it =>
                it.IsServer
                && it.Is(
                    Verdict.Reset,
                    Verdict.EndedEarly,
                    Verdict.Refused,
                    Verdict.UnhandledException,
                    Verdict.Silent,
                    Verdict.NeverServed
                ),
            (_, source) => ClosedByThread(source)
        )
        {
            Belongs = StepTask.CloseClient,
        },
    ];

    private static bool IsNotListening(Case it) =>
        it.IsServer
        && it.IsAt(StepTask.Listen)
        && it.Is(Verdict.ProcessEnded, Verdict.Refused, Verdict.EndedEarly, Verdict.UnhandledException);

    private static bool EndsAfterClient(Case it) =>
        it.IsServer
        && it.IsAt(StepTask.Loop)
        && it.Is(Verdict.EndedEarly, Verdict.NeverServed, Verdict.Refused, Verdict.UnhandledException);

    private static bool MayUseListener(Case it) =>
        it.IsServer
        && it.IsAt(StepTask.Accept, StepTask.ReceiveMessage, StepTask.SendBack, StepTask.Loop, StepTask.ServeClient)
        && it.Is(
            Verdict.EndedEarly,
            Verdict.CleanClose,
            Verdict.Reset,
            Verdict.Silent,
            Verdict.NeverServed,
            Verdict.UnhandledException
        );

    private static IEnumerable<Found> Datagrams(ProgramSource source) =>
        source
            .All<MemberAccessExpressionSyntax>()
            .Where(member =>
                member
                    is {
                        Name.Identifier.Text: "Dgram",
                        Expression: IdentifierNameSyntax { Identifier.Text: "SocketType" }
                    }
            )
            .Select(member => new Found(member, $"{member}"))
            .Concat(
                source
                    .All<ObjectCreationExpressionSyntax>()
                    .Where(made => made.Type.ToString().Split('.')[^1] == "UdpClient")
                    .Select(made => new Found(made, "UdpClient"))
            );

    private static bool HasListener(ProgramSource source) =>
        source.All<SimpleNameSyntax>().Any(name => name.Identifier.Text is "TcpListener" or "Listen");

    private static IEnumerable<Found> NoListen(ProgramSource source) =>
        HasListener(source) || source.Sockets.Accepts.Count == 0
            ? []
            : source
                .Calls("Bind")
                .Where(bind => bind.Target() is { } target && source.Sockets.IsListening(target))
                .Select(bind => new Found(bind));

    private static IEnumerable<Found> LateListen(ProgramSource source) =>
        InOrder(source, source.Sockets.Accepts, source.Calls("Listen"));

    private static IEnumerable<Found> EarlyListen(ProgramSource source) =>
        InOrder(source, source.Calls("Listen"), source.Calls("Bind"))
            .Select(found => new Found(FirstListen(source, found)));

    private static InvocationExpressionSyntax FirstListen(ProgramSource source, Found bind) =>
        source.Calls("Listen").First(listen => listen.FunctionOf() == bind.Node.FunctionOf());

    // The only call of the second kind comes after the only call of the first kind on the same socket, in the same function.
    private static IEnumerable<Found> InOrder(
        ProgramSource source,
        IEnumerable<InvocationExpressionSyntax> firsts,
        IEnumerable<InvocationExpressionSyntax> seconds
    ) =>
        firsts.ToList() is [var first]
        && seconds.ToList() is [var second]
        && first.FunctionOf() == second.FunctionOf()
        && first.SpanStart < second.SpanStart
        && first.Target() is { } one
        && second.Target() is { } other
        && source.Names.DeclarationOf(one) is { } socket
        && source.Names.DeclarationOf(other) == socket
            ? [new(second)]
            : [];

    private static IEnumerable<Found> OutsideLoop(ProgramSource source) =>
        source.Sockets.Accepts is [var accept]
        && !accept.NameOf().StartsWith("Begin", StringComparison.Ordinal)
        && !IsRepeated(accept, source, [])
            ? [new(accept, accept.NameOf())]
            : [];

    // A function that is called in a loop, calls itself, or is handed over to somebody who may call it again.
    private static bool IsRepeated(SyntaxNode node, ProgramSource source, HashSet<SyntaxNode> seen)
    {
        if (node.Loops().Any() || source.All<GotoStatementSyntax>().Any())
            return true;
        var function = node.FunctionOf();
        if (function is AnonymousFunctionExpressionSyntax || !seen.Add(function))
            return true;
        return source
            .Names.UsesOf(function)
            .Any(use =>
                use.Parent is not InvocationExpressionSyntax && use.Parent?.Parent is not InvocationExpressionSyntax
                || IsRepeated(use, source, seen)
            );
    }

    // A loop that counts.
    private static IEnumerable<Found> Ends(ProgramSource source) =>
        source.Sockets.Accepts is [var accept]
        && accept.Loops().LastOrDefault() is ForStatementSyntax { Condition: BinaryExpressionSyntax condition } loop
        && loop.Incrementors.Count > 0
        && source.Values.MeasureOf(condition.Right, -1) is { IsOfArgument: false, Value: < 1000 }
            ? [new(condition)]
            : [];

    private static IEnumerable<Found> ClosedInLoop(ProgramSource source) =>
        from found in InLoop(source, "Close", "Stop", "Dispose")
        where
            !found
                .Node.Ancestors()
                .Any(outer => outer is CatchClauseSyntax or IfStatementSyntax or AnonymousFunctionExpressionSyntax)
        select found;

    private static IEnumerable<Found> InLoop(ProgramSource source, params string[] names) =>
        from call in source.Calls(names)
        where call.Target() is { } target && source.Sockets.IsListening(target)
        where call.Loops().Any(loop => source.Sockets.Accepts.Any(accept => accept.IsIn(loop)))
        select new Found(call, call.NameOf());

    private static IEnumerable<Found> WrongSocket(ProgramSource source) =>
        from call in source.Sockets.Receives.Concat(source.Sockets.Sends)
        let target = call.Target()
        where target is not null && source.Sockets.IsListening(target) && !source.Sockets.IsAccepted(target)
        let variable = source.Names.DeclarationOf(target)
        where variable is not null && !source.Values.Assigned(variable).Any(value => HasAccept(value, source))
        select new Found(call, call.NameOf());

    private static bool HasAccept(SyntaxNode node, ProgramSource source) =>
        node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(source.Sockets.Accepts.Contains);

    private static IEnumerable<Found> Connected(ProgramSource source) =>
        from member in source.All<MemberAccessExpressionSyntax>()
        where member.Name.Identifier.Text == "Connected" && source.Sockets.IsListening(member.Expression)
        where
            member.Ancestors().OfType<StatementSyntax>().First() is var statement
            && (statement.Condition() is { } condition && member.IsIn(condition))
        select new Found(member, $"{member}");

    private static IEnumerable<Found> ClosedByThread(ProgramSource source) =>
        from call in source.Calls("Close", "Stop", "Dispose")
        where call.Target() is { } target && source.Sockets.IsListening(target)
        where call.Ancestors().Any(source.Sockets.Serving.Contains)
        select new Found(call, call.NameOf());
}
