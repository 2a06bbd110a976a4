using Lab.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Writers that keep what they are given.</summary>
internal static class Writers
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.WriterNotFlushed, MayBeHeldBack, (_, source) => NotFlushed(source))
        {
            // Nothing comes at all, whatever the lines are.
            Outranks = [Mistake.LineRead, Mistake.LineWritten],
        },
    ];

    private static bool MayBeHeldBack(Case it) =>
        it.IsAt(StepTask.SendMessage, StepTask.SendBack)
        && it.Is(Verdict.Silent, Verdict.CleanClose, Verdict.ProcessEnded, Verdict.EndedEarly);

    // A writer keeps what it is given until it is flushed, closed, or flushes by itself.
    private static IEnumerable<Found> NotFlushed(ProgramSource source) =>
        source.All<SimpleNameSyntax>().Any(name => name.Identifier.Text is "AutoFlush" or "Flush" or "FlushAsync")
            ? []
            : from write in source.Sockets.Sends
            let target = write.Target()
            where target is not null && source.Types.Is(target, "StreamWriter")
            let writer = source.Names.DeclarationOf(target)
            where writer?.Parent?.Parent is LocalDeclarationStatementSyntax
            where
                !source
                    .Names.UsesOf(writer)
                    .Any(use => IsHandedOn(use) || IsClose(use) && !IsAfterReceive(use, write, source))
            select new Found(write, write.NameOf());

    private static bool IsHandedOn(SimpleNameSyntax use) =>
        use.Parent is ArgumentSyntax or UsingStatementSyntax or ReturnStatementSyntax;

    private static bool IsClose(SimpleNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.Text: "Close" or "Dispose" or "DisposeAsync" };

    // A close comes too late if the program waits for an answer before it.
    private static bool IsAfterReceive(
        SimpleNameSyntax close,
        InvocationExpressionSyntax write,
        ProgramSource source
    ) =>
        source.Sockets.Receives.Any(call =>
            call.SpanStart > write.SpanStart
            && call.SpanStart < close.SpanStart
            && call.FunctionOf() == write.FunctionOf()
        );
}
