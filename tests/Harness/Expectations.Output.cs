using System.Text;

namespace Lab.Harness;

// The expectations about the output of a program.
public static partial class Expectations
{
    /// <summary>The program prints this text without padding. It may print anything around each of its lines.</summary>
    /// <param name="program">The program.</param>
    /// <param name="text">The text: one line or several.</param>
    /// <param name="own">The text that the program itself has sent, and may print by mistake.</param>
    /// <param name="unlike">
    /// Gives a run of the same program that has nothing to print yet. Text that both runs print does not count as other
    /// text.
    /// </param>
    /// <param name="remaining">How long to wait. Null for the usual time.</param>
    public static async Task<Observation> Prints(
        this RunningProgram program,
        string text,
        string? own = null,
        Func<Task<RunningProgram?>>? unlike = null,
        TimeSpan? remaining = null
    )
    {
        await program.Until(() => program.Out.ShowsLines(text) || program.IsOver, remaining ?? Bounds.Reaction);
        // The last output may still be on its way.
        await program.Until(() => program.Out.ShowsLines(text) || program.HasEnded, Bounds.Settle);
        var printed = program.Out.Bytes;
        var isThere = program.Out.ShowsLines(text);
        if (isThere && !program.Out.Text.Contains('\0', StringComparison.Ordinal))
            return Observation.Holds;
        var verdict =
            isThere ? Verdict.ExtraBytes
            : program.HasEnded ? Verdict.ProcessEnded
            : Verdict.Silent;
        var failed = await program.FailToPrint(verdict, text, printed, own);
        var isMissing = failed.Failure is { Verdict: Verdict.ProcessEnded or Verdict.Silent };
        return isMissing && await program.PrintsElse(unlike)
            ? new Observation.Failed(failed.Failure! with { Verdict = Verdict.WrongBytes })
            : failed;
    }

    private static async Task<bool> PrintsElse(this RunningProgram program, Func<Task<RunningProgram?>>? unlike)
    {
        string[] lines = [.. Lines(program.Out.Text)];
        var other = lines.Length == 0 || unlike is null ? null : await unlike();
        return lines.Except(Lines(other?.Out.Text ?? "")).Any();
    }

    /// <summary>The program has not printed this text followed by the rest of an older one.</summary>
    public static async Task<Observation> DoesNotPrint(this RunningProgram program, string text, string followedBy)
    {
        // The line is complete, or never will be. A program that prints it in two pieces is not waited for.
        await program.Until(() => program.Out.Shows(text + "\n") || program.Out.Shows(text + "\r"), Bounds.Settle);
        return program.Out.Shows(text + followedBy)
            ? await program.FailToPrint(Verdict.ExtraBytes, text, Encoding.UTF8.GetBytes(text + followedBy))
            : Observation.Holds;
    }

    /// <summary>The program has not printed this older text once more after a newer one.</summary>
    public static async Task<Observation> DoesNotPrintAgain(this RunningProgram program, string older, string newer)
    {
        var printed = program.Out.Text;
        var (again, since) = (
            printed.LastIndexOf(older, StringComparison.Ordinal),
            printed.IndexOf(newer, StringComparison.Ordinal)
        );
        return since >= 0 && again > since
            ? await program.FailToPrint(Verdict.WrongBytes, newer, Encoding.UTF8.GetBytes(printed[again..]))
            : Observation.Holds;
    }

    private static Task<Observation> FailToPrint(
        this RunningProgram program,
        Verdict verdict,
        string text,
        byte[] printed,
        string? own = null
    ) =>
        program.Fail(
            verdict,
            Awaited.Text,
            with: finding =>
                finding with
                {
                    ExpectedBytes = Encoding.UTF8.GetBytes(text),
                    ReceivedBytes = printed,
                    OwnBytes = own is null ? null : Encoding.UTF8.GetBytes(own),
                }
        );
}
