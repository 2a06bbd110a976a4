using Lab.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>The program waits for the keyboard.</summary>
internal static class Keyboard
{
    public static IReadOnlyList<Kind> Kinds { get; } =
    [new(Mistake.KeyAwaited, IsWaiting, (_, source) => Reads(source)) { Outranks = [Mistake.NotInTry] }];

    // The program waits for something, or could not read a key because there is no keyboard.
    private static bool IsWaiting(Case it) =>
        it.Is(Verdict.StillRunning, Verdict.Refused, Verdict.NeverServed, Verdict.Silent)
            && it.IsAt(
                StepTask.Connect,
                StepTask.Bind,
                StepTask.Listen,
                StepTask.Accept,
                StepTask.SendMessage,
                StepTask.ReceiveMessage,
                StepTask.SendBack,
                StepTask.HandleExceptions,
                StepTask.HandleInThreads,
                StepTask.CloseSocket,
                StepTask.CloseServer,
                StepTask.CloseClient
            )
        || it.Is(Verdict.UnhandledException)
            && it.Finding.Program?.Crash?.Message.Contains("read keys", StringComparison.Ordinal) == true;

    private static IEnumerable<Found> Reads(ProgramSource source) =>
        source
            .Calls("ReadLine", "ReadKey", "Read")
            .Where(call =>
                call.Target()
                    is IdentifierNameSyntax { Identifier.Text: "Console" }
                        or MemberAccessExpressionSyntax { Name.Identifier.Text: "In" }
            )
            .Select(call => new Found(call, "Console." + call.NameOf()));
}
