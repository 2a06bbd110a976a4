using Lab.Build.Diagnosing;
using Lab.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes that change what is sent, and what is shown.</summary>
internal static class Messages
{
    private const int Message = 2;

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(
            Mistake.DecodedEcho,
            it => it.IsAt(StepTask.SendBack) && it.Difference == DifferenceKind.Reencoded,
            (_, source) => Decoded(source)
        ),
        new(
            Mistake.Trimmed,
            it => it.Difference == DifferenceKind.NewlineMissing,
            (_, source) => CallsIn(source.Sockets.Sent, "Trim", "TrimEnd")
        ),
        new(Mistake.LineRead, MayLackItsEnd, (_, source) => Lines(source)),
        new(
            Mistake.LineWritten,
            it => it.Difference == DifferenceKind.NewlineAdded && IsSent(it),
            (_, source) => WrittenLines(source)
        ),
        new(
            Mistake.NewlineAppended,
            it => it.Difference == DifferenceKind.NewlineAdded && IsSent(it),
            (_, source) => Appended(source)
        ),
        new(
            Mistake.LettersChanged,
            it => IsSent(it) && it.Is(Verdict.WrongBytes),
            (_, source) => CallsIn(source.Sockets.Sent, "ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant")
        ),
        new(Mistake.TextAdded, it => IsSent(it) && it.Is(Verdict.WrongBytes, Verdict.ExtraBytes), Added),
        new(Mistake.LengthWritten, it => IsSent(it) && it.Is(Verdict.WrongBytes), (_, source) => Lengths(source)),
        new(
            Mistake.FixedMessage,
            it => it.IsAt(StepTask.SendMessage) && it.Is(Verdict.WrongBytes, Verdict.Stopped, Verdict.ExtraBytes),
            (it, source) => it.IsServer ? [] : Fixed(source)
        ),
        new(
            Mistake.MessagePrinted,
            it => it.IsAt(StepTask.ShowReply) && it.Difference == DifferenceKind.OwnMessage,
            (it, source) => it.IsServer ? [] : OwnMessage(source)
        ),
    ];

    private static IEnumerable<Found> Added(Case it, ProgramSource source) =>
        from call in source.Sockets.Sends
        from text in call.Arguments().Take(1)
        let inner = text is InvocationExpressionSyntax encode && encode.NameOf() == "GetBytes"
            ? encode.Arguments()[0]
            : text
        where inner is LiteralExpressionSyntax { Token.Value: string literal } && literal.Trim().Length > 0
        where it.IsServer || source.Sockets.Sent.Select(source.Values.IndexOf).Contains(Message)
        select new Found(inner);

    private static IEnumerable<Found> Lengths(ProgramSource source) =>
        from call in source.Sockets.Sends
        where call.NameOf() == "Write" && call.Target() is { } target && source.Types.Is(target, "BinaryWriter")
        where
            call.Arguments() is [var text]
            && (
                source.Types.Is(text, "string")
                || source.Values.OriginsOf(text).Any(origin => source.Values.IndexOf(origin) is not null)
            )
        select new Found(call, call.NameOf());

    private static bool IsSent(Case it) => it.IsAt(StepTask.SendMessage, StepTask.SendBack);

    // Without a newline, ReadLine waits; with one, it takes it away.
    private static bool MayLackItsEnd(Case it) =>
        it.Difference == DifferenceKind.NewlineMissing
        || it.IsAt(
            StepTask.SendBack,
            StepTask.ReceiveMessage,
            StepTask.ReceiveReply,
            StepTask.ShowReply,
            StepTask.ShowMessage
        ) && it.Is(Verdict.Silent, Verdict.Stopped);

    private static IEnumerable<Found> CallsIn(IEnumerable<ExpressionSyntax> values, params string[] names) =>
        values
            .OfType<InvocationExpressionSyntax>()
            .Where(call => names.Contains(call.NameOf()))
            .Select(call => new Found(call, call.NameOf()));

    private static IEnumerable<Found> Decoded(ProgramSource source)
    {
        var sent = source.Sockets.Sent;
        return sent.OfType<InvocationExpressionSyntax>()
            .Any(call => call.NameOf() is "GetString" or "GetChars" or "ReadLine" or "ReadToEnd")
            ? CallsIn(sent, "GetBytes")
            : [];
    }

    private static IEnumerable<Found> Lines(ProgramSource source) =>
        source
            .Sockets.Receives.Where(call => call.NameOf() is "ReadLine" or "ReadLineAsync")
            .Select(call => new Found(call, call.NameOf()));

    private static IEnumerable<Found> WrittenLines(ProgramSource source) =>
        source
            .Sockets.Sends.Where(call => call.NameOf() is "WriteLine" or "WriteLineAsync")
            .Select(call => new Found(call, call.NameOf()));

    private static IEnumerable<Found> Appended(ProgramSource source) =>
        from value in source.Sockets.Sent
        where
            value is LiteralExpressionSyntax { Token.Value: string and ("\n" or "\r\n") }
            || value
                is MemberAccessExpressionSyntax
                {
                    Name.Identifier.Text: "NewLine",
                    Expression: IdentifierNameSyntax { Identifier.Text: "Environment" }
                }
        where value.Parent is not AssignmentExpressionSyntax
        select new Found(value);

    // The client sends its message, and this text has no part of it.
    private static IEnumerable<Found> Fixed(ProgramSource source) =>
        source.Sockets.Sent.Select(source.Values.IndexOf).Contains(Message)
            ? []
            : from call in source.Sockets.Sent.OfType<InvocationExpressionSyntax>()
            where call.NameOf() == "GetBytes"
            from text in call.Arguments().Take(1)
            where source.Values.OriginsOf(text).All(origin => origin is LiteralExpressionSyntax { Token.Value: string })
            select new Found(text);

    private static IEnumerable<Found> OwnMessage(ProgramSource source) =>
        from print in source.Sockets.Prints
        from argument in print.Arguments().Take(1)
        where source.Values.OriginsOf(argument).Any(origin => source.Values.IndexOf(origin) == Message)
        select new Found(argument);
}
