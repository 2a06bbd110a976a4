using System.Net;

namespace Lab.Harness;

// The expectations about the bytes and the end of a connection, for clients and servers.
public static partial class Expectations
{
    // Nothing that a program does when a connection ends takes this much of the processor, or prints this much.
    private const int Flood = 1 << 16;
    private static readonly TimeSpan _spin = TimeSpan.FromSeconds(0.5);

    /// <summary>Exactly these bytes have come from the program so far.</summary>
    public static async Task<Observation> Sends(this RunningProgram program, Connection connection, byte[] bytes)
    {
        await program.Until(
            () =>
                connection.ReceivedCount >= bytes.Length
                || !bytes.AsSpan().StartsWith(connection.Received)
                || !connection.IsOpen
                || program.IsOver,
            connection.TimeLeft
        );
        // A message that begins wrong stays wrong, but its rest makes the explanation better.
        if (!bytes.AsSpan().StartsWith(connection.Received))
            await program.Timeline.Until(() => !connection.IsOpen, Bounds.Settle);
        else
            await program.Until(() => connection.Received.AsSpan().SequenceEqual(bytes), Bounds.Settle);
        return await program.HasSentOnly(connection, bytes);
    }

    /// <summary>These bytes and no others have come from the program. This is checked once, without waiting.</summary>
    public static async Task<Observation> HasSentOnly(this RunningProgram program, Connection connection, byte[] bytes)
    {
        var received = connection.Received;
        if (received.AsSpan().SequenceEqual(bytes))
            return Observation.Holds;
        return await program.Fail(
            Compare(bytes, received, connection.State),
            Awaited.Bytes,
            connection,
            finding => finding with { ExpectedBytes = bytes, ReceivedBytes = received }
        );
    }

    /// <summary>The server closes this client's connection cleanly, and goes on running.</summary>
    /// <param name="program">The server.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="place">The end point where the server listens.</param>
    public static async Task<Observation> Closes(this RunningProgram program, Connection connection, IPEndPoint place)
    {
        await program.Until(() => !connection.IsOpen || program.IsOver, connection.TimeLeft);
        await NoticeCloseBeforeExit(program, connection);
        if (connection.State == ConnectionState.Closed)
            return Observation.Holds;
        var verdict =
            connection.State == ConnectionState.Reset ? Verdict.Reset
            : program.HasClosedListener(place) ? Verdict.Refused
            : program.IsOver ? Verdict.EndedEarly
            : Verdict.Silent;
        return await program.Fail(
            verdict,
            Awaited.Close,
            connection,
            finding => finding with { ExpectedPlace = EndPoints.Show(place) }
        );
    }

    /// <summary>
    /// The program notices that the other side has closed or half-closed the connection: it does not receive for ever
    /// what will never come, and print it. Receive says so with 0 bytes, at once and every time (RFC 9293, section
    /// 3.6).
    /// </summary>
    public static async Task<Observation> NoticesEnd(this RunningProgram program, Connection connection)
    {
        var (used, printed) = (program.ProcessorUsed, program.Out.Count);
        bool GoesOn() => program.ProcessorUsed - used > _spin || program.Out.Count - printed > Flood;
        await program.Until(() => !connection.IsOpen || program.IsOver || GoesOn(), Bounds.Reaction);
        return connection.IsOpen && !program.IsOver && GoesOn()
            ? await program.Fail(Verdict.StillRunning, Awaited.NoticesEnd, connection)
            : Observation.Holds;
    }

    /// <summary>The program closes this connection itself, before it exits.</summary>
    /// <param name="program">The program.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="remaining">How long to wait for the exit. Null for the usual time.</param>
    public static async Task<Observation> ClosesBeforeExit(
        this RunningProgram program,
        Connection connection,
        TimeSpan? remaining = null
    )
    {
        await program.EndsWithin(remaining ?? Bounds.Start);
        await NoticeCloseBeforeExit(program, connection);
        var diedWithoutExit =
            program.Hook.IsThere && !program.Hook.IsAboutToExit && program.HasEnded && !program.FailedToReadKey;
        var closedTooLate = program.ClosedAfterKey(connection.ClosedAt);
        // A FIN may come from a half-close, so a socket that the program has left open counts too, if such sockets are
        // known.
        var leftOpen = program.Hook.LeftOpen.Any(socket => socket.IsTcp);
        if (!connection.IsOpen && !closedTooLate && !diedWithoutExit && !leftOpen)
            return program.HoldsToItsEnd();
        var verdict = program.IsOver && !closedTooLate ? Verdict.ProcessEnded : Verdict.StillRunning;
        return await program.Fail(
            verdict,
            Awaited.ClosedBeforeExit,
            connection,
            with: finding => finding.IfTold(leftOpen, program)
        );
    }

    /// <summary>
    /// The program leaves no TCP socket open at its exit. This is checked only if <see cref="HookReports.LeftOpen"/> is
    /// known.
    /// </summary>
    public static async Task<Observation> LeavesNothingOpen(this RunningProgram program)
    {
        await program.EndsWithin(Bounds.Start);
        return program.Hook.LeftOpen.Any(socket => socket.IsTcp)
            ? await program.Fail(
                Verdict.ProcessEnded,
                Awaited.ClosedBeforeExit,
                with: finding => finding.IfTold(true, program)
            )
            : program.HoldsToItsEnd();
    }

    // What was open when a program asked for a key may have been closed since. What was open at its exit stays open.
    private static Finding IfTold(this Finding finding, bool leftOpen, RunningProgram program) =>
        finding with
        {
            IsSettled = finding.IsSettled || leftOpen && program.Hook.IsAboutToExit,
        };

    // A program that died because there is no console has not closed anything after that. Where its open sockets are not
    // known, the close must have come before.
    private static bool ClosedAfterKey(this RunningProgram program, TimeSpan? closedAt) =>
        program.FailedToReadKey
            ? !program.Hook.KnowsLeftOpen && !(closedAt <= program.Hook.KeyAt)
            : program.HasAwaitedKey && closedAt > program.EnterAt;

    private static Observation HoldsToItsEnd(this RunningProgram program) =>
        program.HasAwaitedKey ? new Observation.Held { Remarks = [Remark.AwaitsKey] } : Observation.Holds;

    // The exit and the FIN before it are reported in two ways, which may take different times. With the hook, the
    // process is held at its exit meanwhile.
    private static Task NoticeCloseBeforeExit(RunningProgram program, Connection connection) =>
        program.IsOver ? program.Until(() => !connection.IsOpen, Bounds.Settle) : Task.CompletedTask;

    private static Verdict Compare(byte[] expected, byte[] received, ConnectionState state)
    {
        if (expected.AsSpan().StartsWith(received))
        {
            return state switch
            {
                ConnectionState.Closed => Verdict.CleanClose,
                ConnectionState.Reset => Verdict.Reset,
                _ => received.Length == 0 ? Verdict.Silent : Verdict.Stopped,
            };
        }
        return received.AsSpan().StartsWith(expected) ? Verdict.ExtraBytes : Verdict.WrongBytes;
    }
}
