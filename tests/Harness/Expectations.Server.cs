using System.Net;
using System.Net.Sockets;

namespace Lab.Harness;

// The expectations of a server that probes connect to.
public static partial class Expectations
{
    // The probe itself has no file or no port left, and the server has not caused this.
    private static readonly SocketError[] _shortages =
    [
        SocketError.TooManyOpenSockets,
        SocketError.NoBufferSpaceAvailable,
        SocketError.AddressNotAvailable,
    ];

    /// <summary>A client opens a connection to the server.</summary>
    /// <returns>The observation, and the connection. The connection is null if it was refused.</returns>
    public static async Task<(Observation Taken, Connection? Client)> TakesCall(
        this RunningProgram server,
        IPEndPoint endPoint,
        Actor caller
    )
    {
        try
        {
            using var bound = new CancellationTokenSource();
            var opening = Connection.Open(endPoint, server.Timeline, caller, server.Who, end: bound.Token);
            // The probe must speak before the server has time to close.
            await Task.WhenAny(opening, server.Until(() => opening.IsCompleted, Bounds.Connecting));
            if (opening.IsCompleted)
                return (Observation.Holds, await opening);
            await bound.CancelAsync();
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return (await server.FailToServe(Awaited.Accepted), null);
        }
        catch (SocketException failure) when (!_shortages.Contains(failure.SocketErrorCode))
        {
            var wasCalled = server.Timeline.Calls.Any(call => call.Callee == server.Who);
            var awaited = wasCalled ? Awaited.GoesOn : Awaited.Listening;
            return (await server.FailAt(endPoint, Verdict.Refused, awaited), null);
        }
    }

    /// <summary>The server takes this connection from the backlog.</summary>
    /// <param name="server">The server, watched with <see cref="Watch.Sockets"/>.</param>
    /// <param name="connection">The connection, on which the probe has sent something.</param>
    /// <param name="number">The number of connections that the server has taken then, this one included.</param>
    /// <param name="awaited">The scenario's own name for this expectation.</param>
    /// <param name="showStep">The step that decides instead if the hook cannot run inside the program.</param>
    public static async Task<Observation> Accepts(
        this RunningProgram server,
        Connection connection,
        int number,
        Awaited awaited = Awaited.Accepted,
        string? showStep = null
    )
    {
        // The wire must show it if there is no hook: the kernel alone neither prints nor sends a FIN. The system's table
        // shows it only while the connection is there, and may miss a row that changes, so one look is enough.
        var isTaken = false;
        bool Taken() =>
            isTaken |=
                server.Hook.Accepted >= number
                || connection.ReceivedCount > 0
                || !server.Hook.IsThere
                    && (
                        connection.State == ConnectionState.Closed
                        || server.Printed(connection.Sent)
                        || connection.IsAccepted == true
                    );
        bool IsReset() => !server.Hook.IsThere && connection.State == ConnectionState.Reset;
        await server.Until(() => Taken() || IsReset() || server.IsOver, connection.TimeLeft);
        // The kernel resets the connections that wait in the backlog when their program ends, and only then.
        if (Taken() || IsReset() && !await server.Until(() => server.IsOver, Bounds.Settle))
            return Observation.Holds;
        // On a busy machine the hook's report may come later than the accept itself.
        if (server.Hook.IsThere && connection.IsAccepted == true)
            return Observation.Holds;
        var isForShowStep = !server.Hook.IsThere && !server.IsOver && showStep is not null;
        var failed = await server.FailToServe(awaited, connection);
        return isForShowStep ? new Observation.Waits(showStep!, failed.Finding) : failed;
    }

    /// <summary>
    /// The server still waited for the message of a client that took its time, and answers it. This is to be asked only
    /// of a server that echoes to a client that speaks at once.
    /// </summary>
    public static async Task<Observation> WaitsForMessage(this RunningProgram server, Connection client)
    {
        await server.Until(() => client.ReceivedCount > 0 || !client.IsOpen || server.IsOver, client.TimeLeft);
        if (client.ReceivedCount > 0)
            return Observation.Holds;
        var verdict =
            client.State == ConnectionState.Reset ? Verdict.Reset
            : client.State == ConnectionState.Closed ? Verdict.CleanClose
            : server.IsOver ? Verdict.EndedEarly
            : Verdict.Silent;
        return await server.Fail(verdict, Awaited.WaitsForBytes, client);
    }

    /// <summary>
    /// The server gives a client that it has accepted to something that receives. A process with a single thread that
    /// leaves the client's bytes unread gives it to nobody. In .NET, a process always has several threads.
    /// </summary>
    public static async Task<Observation> GivesThread(this RunningProgram server, Connection client) =>
        client is { IsAccepted: true, IsUnread: true } && server.HasSingleThread
            ? await server.Fail(
                Verdict.NeverServed,
                Awaited.Thread,
                client,
                finding => finding with { IsAccepted = true }
            )
            : Observation.Holds;

    /// <summary>
    /// The server was still running when this client, which it had accepted, got everything that it must get.
    /// </summary>
    public static async Task<Observation> GoesOn(this RunningProgram server, Connection client) =>
        server.IsOver ? await server.FailToServe(Awaited.Served, client) : Observation.Holds;

    /// <summary>
    /// The server echoes these bytes to one client while others hold their connections. More bytes may still come after
    /// them.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="client">The client.</param>
    /// <param name="echo">The bytes that the client must receive.</param>
    /// <param name="number">The number of connections that the server has taken then, this one included.</param>
    public static async Task<Observation> Answers(
        this RunningProgram server,
        Connection client,
        byte[] echo,
        int number
    )
    {
        await server.Until(
            () => client.ReceivedCount >= echo.Length || !client.IsOpen || server.IsOver,
            Bounds.Reaction
        );
        if (client.IsOpen && client.ReceivedCount == 0 && server.Hook.Accepted < number)
            return await server.FailToServe(Awaited.Served, client);
        return client.Received.AsSpan().StartsWith(echo) ? Observation.Holds : await server.Sends(client, echo);
    }

    /// <summary>Another program, a client of the server, gets its reply and prints it.</summary>
    public static async Task<Observation> LetsPrint(this RunningProgram server, RunningProgram client, string reply)
    {
        bool Printed() => client.Out.Shows(reply);
        bool IsDone() => Printed() || client.HasEnded || server.IsOver;
        // The client must start first, and that takes time.
        if (!await client.Until(IsDone, Bounds.Start))
            await server.Until(IsDone, Bounds.Reaction);
        if (Printed())
            return Observation.Holds;
        var clientIsDone = client.HasEnded || await client.IsSettled();
        var failed = await server.FailToServe(Awaited.Served);
        return clientIsDone ? failed : failed.InDoubt();
    }

    /// <summary>The server receives the bytes that the probe has sent on this connection.</summary>
    /// <param name="server">The server, watched with <see cref="Watch.Bytes"/>.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="showStep">The step that decides instead if the hook cannot run inside the program.</param>
    public static async Task<Observation> Receives(this RunningProgram server, Connection connection, string showStep)
    {
        // A socket that is closed with unread bytes sends an RST, so a FIN after the bytes says that they were read (RFC
        // 9293, 3.6.1). But the FIN may have been on its way already, so the hook knows better.
        bool Read() =>
            server.Hook.BytesReceived >= connection.Sent.Length
            || connection.ReceivedCount > 0
            || !server.Hook.IsThere && connection.IsClosedAfterSending && !server.IsOver
            || server.Printed(connection.Sent);
        await server.Until(() => Read() || !connection.IsOpen || server.IsOver, connection.TimeLeft);
        // The count of bytes arrives up to 100 ms after the bytes.
        if (Read() || await server.Until(Read, Bounds.Settle))
            return Observation.Holds;
        if (!server.Hook.IsThere && !server.IsOver && connection.IsOpen)
            return new Observation.Waits(showStep);
        var verdict =
            connection.State == ConnectionState.Reset ? Verdict.Reset
            : server.IsOver ? Verdict.EndedEarly
            : connection.IsOpen ? Verdict.Silent
            : Verdict.CleanClose;
        return await server.Fail(verdict, Awaited.Received, connection);
    }

    /// <summary>
    /// The server does not hold the sockets of clients that have reset their connections. Only sockets that <see
    /// cref="RunningProgram.NoteConnections"/> has recorded are checked.
    /// </summary>
    public static async Task<Observation> HoldsNoLostClient(this RunningProgram server)
    {
        if (await server.Until(() => server.IsOver || !server.HoldsLostClient, Bounds.Reaction))
            return Observation.Holds;
        return await server.Fail(Verdict.Silent, Awaited.ClosedInEveryCase);
    }

    private static bool Printed(this RunningProgram server, byte[] bytes) =>
        bytes.Length > 0 && server.Out.Bytes.AsSpan().IndexOf(bytes) >= 0;

    private static Task<Observation> FailToServe(
        this RunningProgram server,
        Awaited awaited,
        Connection? client = null
    ) =>
        server.Fail(
            server.IsOver ? Verdict.EndedEarly : Verdict.NeverServed,
            awaited,
            client,
            finding => finding with { IsAccepted = server.IsOver ? null : server.HasTaken(client) }
        );

    // The hook has counted one connection too few. Where nothing shows it, nothing is said.
    private static bool? HasTaken(this RunningProgram server, Connection? client) =>
        client?.IsAccepted ?? (client is not null && server.Hook.IsThere ? false : null);

    private static Task<Observation> FailAt(
        this RunningProgram server,
        IPEndPoint endPoint,
        Verdict verdict,
        Awaited awaited
    ) => server.Fail(verdict, awaited, with: finding => finding with { ExpectedPlace = EndPoints.Show(endPoint) });
}
