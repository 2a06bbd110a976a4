using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with receiving.</summary>
internal static class Receiving
{
    private static readonly string[] _counting =
    [
        "Receive",
        "ReceiveAsync",
        "Read",
        "ReadAsync",
        "EndReceive",
        "EndRead",
    ];

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.EndNotNoticed, MayNotEnd, (_, source) => EndNotNoticed(source)),
        new(Mistake.AvailableAsked, MayNotWait, (_, source) => AvailableAsked(source)),
        new(Mistake.NotBlocking, MayNotWait, (_, source) => NotBlocking(source)),
    ];

    private static bool MayNotEnd(Case it) =>
        it.IsAt(
            StepTask.ReceiveReply,
            StepTask.HandleExceptions,
            StepTask.HandleInThreads,
            StepTask.ReceiveMessage,
            StepTask.CloseClient,
            StepTask.ShowMessage
        )
        && it.Is(Verdict.StillRunning, Verdict.Silent, Verdict.ExtraBytes)
        && it.Awaits(
            Awaited.Ends,
            Awaited.Message,
            Awaited.Close,
            Awaited.ClosedInEveryCase,
            Awaited.Received,
            Awaited.Text,
            Awaited.Served
        );

    private static bool MayNotWait(Case it) =>
        it.IsAt(
            StepTask.ReceiveReply,
            StepTask.ShowReply,
            StepTask.ReceiveMessage,
            StepTask.ShowMessage,
            StepTask.SendBack,
            StepTask.ServeClient
        )
        && it.Is(
            Verdict.CleanClose,
            Verdict.Reset,
            Verdict.EndedEarly,
            Verdict.WrongBytes,
            Verdict.Stopped,
            Verdict.ProcessEnded
        );

    // A loop that receives, and in which nothing tells 0 from other counts.
    private static IEnumerable<Found> EndNotNoticed(ProgramSource source) =>
        from call in source.Sockets.Receives
        where _counting.Contains(call.NameOf())
        let loop = call.Loops().FirstOrDefault(loop => !source.Sockets.Accepts.Any(accept => accept.IsIn(loop)))
        where loop is not null && !MayLeave(loop) && CountOf(call, source) is { } uses && !uses.Any(TellsZero)
        select new Found(call, call.NameOf());

    // A sum of counts does not change any more, and only the count itself tells why. Any other way out may be the
    // right one.
    private static bool MayLeave(StatementSyntax loop) =>
        loop.Condition() is { } condition
            && !loop.IsEndless()
            && !condition
                .DescendantNodesAndSelf()
                .OfType<BinaryExpressionSyntax>()
                .All(one => IsAlwaysTrue(one) || IsSum(one, loop))
        || loop.DescendantNodes()
            .Any(node =>
                node is BreakStatementSyntax or ReturnStatementSyntax or GotoStatementSyntax or ThrowStatementSyntax
                && !IsAfterNegative(node)
            );

    private static bool IsSum(BinaryExpressionSyntax comparison, StatementSyntax loop) =>
        comparison is { OperatorToken.Text: "<", Left: IdentifierNameSyntax sum }
        && loop.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(set =>
                set is { OperatorToken.Text: "+=", Left: IdentifierNameSyntax left }
                && left.Identifier.Text == sum.Identifier.Text
            );

    private static bool IsAlwaysTrue(BinaryExpressionSyntax comparison) =>
        comparison
            is {
                RawKind: (int)SyntaxKind.GreaterThanOrEqualExpression,
                Right: LiteralExpressionSyntax { Token.Value: 0 }
            }
        || comparison
            is {
                RawKind: (int)SyntaxKind.NotEqualsExpression,
                Right: PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: 1 } }
            };

    private static bool IsAfterNegative(SyntaxNode node) =>
        node.Ancestors().OfType<IfStatementSyntax>().FirstOrDefault()?.Condition.Bare()
            is BinaryExpressionSyntax comparison
        && IsNegative(comparison);

    // The uses of the variable with the count. Null if it is not certain where the count goes.
    private static IReadOnlyList<SimpleNameSyntax>? CountOf(InvocationExpressionSyntax call, ProgramSource source)
    {
        SyntaxNode value = call;
        while (
            value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax
            || value.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: "Result" }
        )
            value = value.Parent;
        return value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => source.Names.UsesOf(variable),
            AssignmentExpressionSyntax set
                when set.Right == value && source.Names.DeclarationOf(set.Left) is { } variable => source.Names.UsesOf(
                variable
            ),
            ExpressionStatementSyntax => [],
            _ => null,
        };
    }

    private static bool TellsZero(SimpleNameSyntax use) =>
        use.Ancestors()
            .TakeWhile(outer => outer is ExpressionSyntax)
            .Any(outer =>
                outer is BinaryExpressionSyntax comparison
                    && IsComparison(comparison)
                    && !IsAlwaysTrue(comparison)
                    && !IsNegative(comparison)
                || outer is IsPatternExpressionSyntax or SwitchExpressionSyntax
            ) || use.Parent is SwitchStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax;

    private static bool IsNegative(BinaryExpressionSyntax comparison) =>
        comparison is { RawKind: (int)SyntaxKind.LessThanExpression, Right: LiteralExpressionSyntax { Token.Value: 0 } }
        || comparison is { RawKind: (int)SyntaxKind.EqualsExpression, Right: PrefixUnaryExpressionSyntax };

    // A comparison with another variable says nothing about 0.
    private static bool IsComparison(BinaryExpressionSyntax binary) =>
        (binary.Left is LiteralExpressionSyntax || binary.Right is LiteralExpressionSyntax)
        && binary.OperatorToken.Text is "==" or "!=" or "<" or ">" or "<=" or ">=";

    // The program goes on if nothing has come yet. A loop that asks again waits after all.
    private static IEnumerable<Found> AvailableAsked(ProgramSource source) =>
        from member in source.All<MemberAccessExpressionSyntax>()
        where member.Name.Identifier.Text is "Available" or "DataAvailable"
        let asked = AskedBy(member)
        where asked is not null && source.Sockets.Receives.Any(call => call.IsIn(asked))
        where !Asks(member, asked)
        select new Found(member, member.Name.Identifier.Text);

    private static SyntaxNode? AskedBy(SyntaxNode member) =>
        member
            .Ancestors()
            .FirstOrDefault(outer =>
                outer switch
                {
                    IfStatementSyntax it => member.IsIn(it.Condition),
                    WhileStatementSyntax it => member.IsIn(it.Condition),
                    ConditionalExpressionSyntax it => member.IsIn(it.Condition),
                    _ => false,
                }
            );

    // The condition is negated, or compares with something else than "more than 0", or it stands in a loop.
    private static bool Asks(SyntaxNode member, SyntaxNode asked) =>
        member
            .Ancestors()
            .TakeWhile(outer => outer != asked)
            .Any(outer => outer is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
        || member.Parent is BinaryExpressionSyntax { OperatorToken.Text: not (">" or "!=" or "&&" or "||") }
        || asked is not ConditionalExpressionSyntax { WhenFalse: LiteralExpressionSyntax }
            && asked
                .Loops()
                .Any(loop =>
                    loop != asked
                    && !loop.DescendantNodes()
                        .OfType<InvocationExpressionSyntax>()
                        .Any(call => call.NameOf().StartsWith("Accept", StringComparison.Ordinal))
                );

    private static IEnumerable<Found> NotBlocking(ProgramSource source) =>
        source
            .All<SimpleNameSyntax>()
            .Any(name => name.Identifier.Text is "WouldBlock" or "Poll" or "Select" or "Available")
            ? []
            : from set in source.All<AssignmentExpressionSyntax>()
            where
                Syntax.LastName(set.Left) == "Blocking"
                && set.Right is LiteralExpressionSyntax { Token.ValueText: "false" }
            where Syntax.TargetOf(set.Left) is { } socket && !source.Sockets.IsListening(socket)
            select new Found(set);
}
