using Lab.Build.Diagnosing;
using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with buffers, and with the number of bytes in them.</summary>
internal static class Buffers
{
    private const int SmallestUseful = 200;

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.WholeBufferDecoded, MayShowTooMuch, (_, source) => Decoded(source)),
        new(Mistake.WholeBufferSent, MaySendTooMuch, (_, source) => Sent(source)),
        new(
            Mistake.CharactersForBytes,
            it =>
                it.IsAt(StepTask.SendMessage, StepTask.SendBack, StepTask.ReceiveReply, StepTask.ShowReply)
                && it.Is(Verdict.Stopped, Verdict.WrongBytes),
            (_, source) => Characters(source)
        ),
        new(
            Mistake.SmallBuffer,
            it =>
                it.IsAt(StepTask.ReceiveReply, StepTask.ShowReply)
                && it.Is(Verdict.Stopped, Verdict.WrongBytes, Verdict.ProcessEnded),
            (_, source) => Small(source)
        ),
        new(
            Mistake.BufferPrinted,
            it => it.IsAt(StepTask.ShowReply, StepTask.ShowMessage) && it.Is(Verdict.WrongBytes),
            (_, source) => Printed(source)
        ),
    ];

    private static bool MayShowTooMuch(Case it) =>
        it.IsAt(StepTask.ShowReply, StepTask.ShowMessage, StepTask.SendBack) && IsTooMuch(it);

    private static bool MaySendTooMuch(Case it) =>
        it.IsAt(StepTask.SendBack, StepTask.SendMessage, StepTask.ServeClient) && IsTooMuch(it);

    private static bool IsTooMuch(Case it) =>
        it.Is(Verdict.ExtraBytes, Verdict.WrongBytes)
        && it.Difference is null or DifferenceKind.ZeroBytes or DifferenceKind.Surplus or DifferenceKind.Other;

    private static IEnumerable<Found> Decoded(ProgramSource source) =>
        from call in source.Calls("GetString")
        where IsWhole(source, call.Arguments(), source.Sockets.Buffers)
        select new Found(call, Syntax.LastName(call.Arguments()[0].Bare()));

    private static IEnumerable<Found> Sent(ProgramSource source) =>
        from call in source.Sockets.Sends
        where call.NameOf() is not ("WriteLine" or "WriteLineAsync") && IsWhole(source, call.Arguments(), known: null)
        select new Found(call, Syntax.LastName(call.Arguments()[0].Bare()));

    // The buffer has a fixed size and nothing else is ever put in its place: it is longer than what was received.
    private static bool IsWhole(
        ProgramSource source,
        IReadOnlyList<ExpressionSyntax> arguments,
        IReadOnlySet<SyntaxNode>? known
    )
    {
        if (arguments is not [var first, ..] || source.Names.DeclarationOf(first) is not { } buffer)
            return false;
        var isWhole =
            arguments.Count == 1
            || arguments.Skip(1).All(IsFlagOrToken)
            || arguments
                is [
                    _,
                    LiteralExpressionSyntax { Token.Value: 0 },
                    MemberAccessExpressionSyntax { Name.Identifier.Text: "Length" } length,
                    ..,
                ]
                && source.Names.DeclarationOf(length.Expression) == buffer;
        return isWhole
            && known?.Contains(buffer) != false
            && source.Values.Assigned(buffer).ToList() is [ArrayCreationExpressionSyntax made]
            && made.Type.ElementType.ToString() == "byte"
            && made.Type.RankSpecifiers[0].Sizes is [var size]
            && source.Values.MeasureOf(size, -1) is { IsOfArgument: false };
    }

    private static bool IsFlagOrToken(ExpressionSyntax argument) =>
        argument
            is MemberAccessExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.Text: "SocketFlags" or "CancellationToken" }
            };

    // The length of a text in characters, where bytes are counted.
    private static IEnumerable<Found> Characters(ProgramSource source) =>
        from length in source.All<MemberAccessExpressionSyntax>()
        where length.Name.Identifier.Text == "Length" && IsText(source, length.Expression)
        where
            IsSizeOfBuffer(length)
            || source.Sockets.Sends.Concat(source.Sockets.Receives).Any(call => call.Arguments().Contains(length))
        select new Found(length, length.ToString());

    private static bool IsText(ProgramSource source, ExpressionSyntax expression) =>
        source.Types.Is(expression, "string")
        || source
            .Values.OriginsOf(expression)
            .All(origin =>
                origin is LiteralExpressionSyntax { Token.Value: string } || source.Values.IndexOf(origin) is not null
            );

    private static bool IsSizeOfBuffer(ExpressionSyntax size) =>
        size.Parent
            is ArrayRankSpecifierSyntax
            {
                Parent: ArrayTypeSyntax { ElementType: PredefinedTypeSyntax { Keyword.Text: "byte" } }
            };

    // A loop would take the rest.
    private static IEnumerable<Found> Small(ProgramSource source) =>
        source.Sockets.Receives.Any(call => call.Loops().Any())
            ? []
            : from buffer in source.Sockets.Buffers
            from made in source.Values.Assigned(buffer).OfType<ArrayCreationExpressionSyntax>()
            from size in made.Type.RankSpecifiers[0].Sizes
            where source.Values.MeasureOf(size, -1) is { IsOfArgument: false, Value: < SmallestUseful }
            select new Found(made);

    private static IEnumerable<Found> Printed(ProgramSource source) =>
        from print in source.Sockets.Prints
        from argument in print
            .Arguments()
            .Concat(print.DescendantNodes().OfType<InterpolationSyntax>().Select(one => one.Expression))
        where source.Names.DeclarationOf(argument) is { } buffer && source.Sockets.Buffers.Contains(buffer)
        select new Found(argument, Syntax.LastName(argument.Bare()));
}
