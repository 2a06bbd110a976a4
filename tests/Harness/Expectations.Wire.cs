namespace Lab.Harness;

// What happens on a connection, whichever side the program is on.
public static partial class Expectations
{
    /// <summary>Exactly these bytes have come from the program so far.</summary>
    public static async Task<Observation> Sends(this RunningProgram program, Connection connection, byte[] bytes)
    {
        await program.Until(
            () =>
                connection.Received.Length >= bytes.Length
                || !bytes.AsSpan().StartsWith(connection.Received)
                || !connection.IsOpen
                || program.IsOver,
            connection.TimeLeft
        );
        // Nothing mends a message that begins wrong, but the rest of it makes a better explanation than its beginning.
        if (!bytes.AsSpan().StartsWith(connection.Received))
            await program.Timeline.Until(() => !connection.IsOpen, Bounds.Settle);
        else
            await program.Until(() => connection.Received.AsSpan().SequenceEqual(bytes), Bounds.Settle);
        return await program.HasSentOnly(connection, bytes);
    }

    /// <summary>These bytes and no others have come from the program; looked at once, now.</summary>
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

    /// <summary>The program closes this connection cleanly, while it goes on running itself.</summary>
    public static async Task<Observation> Closes(this RunningProgram program, Connection connection)
    {
        await program.Until(() => !connection.IsOpen || program.IsOver, connection.TimeLeft);
        await NoticeCloseBeforeExit(program, connection);
        if (connection.State == ConnectionState.Closed)
            return Observation.Holds;
        var verdict =
            connection.State == ConnectionState.Reset ? Verdict.Reset
            : program.IsOver ? Verdict.EndedEarly
            : Verdict.Silent;
        return await program.Fail(verdict, Awaited.Close, connection);
    }

    /// <summary>The program closes this connection itself, before it exits.</summary>
    /// <param name="program">The program.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="left">How long to wait for its exit, where the time has begun to run earlier.</param>
    public static async Task<Observation> ClosesBeforeExit(
        this RunningProgram program,
        Connection connection,
        TimeSpan? left = null
    )
    {
        await program.Until(() => program.IsOver, left ?? Bounds.Start);
        await NoticeCloseBeforeExit(program, connection);
        var diedWithoutExit = program.Hook.IsThere && !program.Hook.IsAboutToExit && program.HasEnded;
        // A FIN may come from a half-close, so what the program has left open counts as well, where it is known.
        if (!connection.IsOpen && !diedWithoutExit && !program.Hook.LeftOpen.Any(socket => socket.IsTcp))
            return Observation.Holds;
        var verdict = program.IsOver ? Verdict.ProcessEnded : Verdict.StillRunning;
        return await program.Fail(verdict, Awaited.ClosedBeforeExit, connection);
    }

    /// <summary>
    /// The program leaves no TCP socket open at its exit; seen only where <see cref="HookReports.LeftOpen"/> is known.
    /// </summary>
    public static async Task<Observation> LeavesNothingOpen(this RunningProgram program)
    {
        await program.Until(() => program.IsOver, Bounds.Start);
        return program.Hook.LeftOpen.Any(socket => socket.IsTcp)
            ? await program.Fail(Verdict.ProcessEnded, Awaited.ClosedBeforeExit)
            : Observation.Holds;
    }

    // The news of an exit and the FIN before it take two ways to us; with the hook, the process is held meanwhile.
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
