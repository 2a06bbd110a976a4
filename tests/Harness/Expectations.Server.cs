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

    private static readonly string[] _callsAfterBind = ["Listen", "Accept", "Poll", "Select"];

    /// <summary>The server has a TCP socket; or it is certain that none can be seen before the server binds.</summary>
    /// <param name="server">The server.</param>
    /// <param name="endPoint">The end point it was given.</param>
    /// <param name="bindStep">The step that must work before a socket can be seen.</param>
    public static async Task<Observation> OpensTcpSocket(
        this RunningProgram server,
        IPEndPoint endPoint,
        string bindStep
    )
    {
        await server.ShowsUp(endPoint);
        var isBound = EndPoints.Claims(endPoint).Count > 0 || FoundElsewhere(server, endPoint) is not null;
        if (isBound || server.Hook.LeftOpen.Any(socket => socket.IsTcp))
            return Observation.Holds;
        if (!UsesUdp(server, endPoint) && server.Hook.UsesSockets && !server.FailedToCreate())
            return new Observation.Waits(bindStep);
        return await server.FailToBind(Awaited.TcpSocket, endPoint);
    }

    /// <summary>The server is bound to this end point and to no other.</summary>
    /// <param name="server">The server.</param>
    /// <param name="endPoint">The end point it was given.</param>
    /// <param name="listenStep">
    /// The step that decides instead if the server got past Bind and gave up too soon to be seen.
    /// </param>
    public static async Task<Observation> Binds(this RunningProgram server, IPEndPoint endPoint, string listenStep)
    {
        await server.ShowsUp(endPoint);
        var bound = EndPoints.Claims(endPoint).Concat(BoundAtExit(server)).Distinct().ToList();
        var isElsewhere = FoundElsewhere(server, endPoint) is not null;
        if (bound.Count > 0 && bound.All(place => place.Equals(endPoint)) && !isElsewhere)
            return Observation.Holds;
        if (bound.Count == 0 && !isElsewhere && !UsesUdp(server, endPoint) && CannotTellBind(server))
            return new Observation.Waits(listenStep);
        return await server.FailToBind(Awaited.Bound, endPoint);
    }

    /// <summary>The server listens at this end point.</summary>
    public static async Task<Observation> Listens(this RunningProgram server, IPEndPoint endPoint)
    {
        await server.ShowsUp(endPoint);
        if (EndPoints.IsListening(endPoint))
            return Observation.Holds;
        return await server.FailAt(endPoint, server.IsOver ? Verdict.ProcessEnded : Verdict.Refused, Awaited.Listening);
    }

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
            return (Observation.Holds, await Connection.Open(endPoint, server.Timeline, caller, server.Who));
        }
        catch (SocketException failure) when (!_shortages.Contains(failure.SocketErrorCode))
        {
            server.Timeline.Add(caller, Happening.Try, note: EndPoints.Show(endPoint));
            return (await server.FailAt(endPoint, Verdict.Refused, Awaited.Listening), null);
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
        // The wire must show it if there is no hook: the kernel alone neither prints nor sends a FIN.
        bool Taken() =>
            server.Hook.Accepted >= number
            || connection.Received.Length > 0
            || !server.Hook.IsThere && (connection.State == ConnectionState.Closed || server.Printed(connection.Sent));
        bool IsReset() => !server.Hook.IsThere && connection.State == ConnectionState.Reset;
        await server.Until(() => Taken() || IsReset() || server.IsOver, connection.TimeLeft);
        // The kernel resets the connections that wait in the backlog when their program ends, and only then.
        if (Taken() || IsReset() && !await server.Until(() => server.IsOver, Bounds.Settle))
            return Observation.Holds;
        var isForShowStep = !server.Hook.IsThere && !server.IsOver && showStep is not null;
        var failed = await server.FailToServe(awaited, connection);
        return isForShowStep ? new Observation.Waits(showStep!, failed.Finding) : failed;
    }

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
            () => client.Received.Length >= echo.Length || !client.IsOpen || server.IsOver,
            Bounds.Reaction
        );
        if (client.IsOpen && client.Received.Length == 0 && server.Hook.Accepted < number)
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
        return Printed() ? Observation.Holds : await server.FailToServe(Awaited.Served);
    }

    /// <summary>The server receives the bytes that the probe has sent on this connection.</summary>
    /// <param name="server">The server, watched with <see cref="Watch.Bytes"/>.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="showStep">The step that decides instead if the hook cannot run inside the program.</param>
    public static async Task<Observation> Receives(this RunningProgram server, Connection connection, string showStep)
    {
        // A socket that is closed with unread bytes sends an RST, so a FIN says that the bytes were read (RFC 9293,
        // 3.6.1).
        bool Read() =>
            server.Hook.BytesReceived >= connection.Sent.Length
            || connection.Received.Length > 0
            || connection.State == ConnectionState.Closed && !server.IsOver
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
            : Verdict.Silent;
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

    /// <summary>The server still runs, and still listens.</summary>
    public static async Task<Observation> StillListens(this RunningProgram server, IPEndPoint endPoint)
    {
        if (server.SeemsToCrash)
            await server.Timeline.Until(() => server.HasEnded, Bounds.Kill);
        if (!server.IsOver && EndPoints.IsListening(endPoint))
            return Observation.Holds;
        return await server.FailAt(endPoint, Verdict.Refused, Awaited.Listening);
    }

    /// <summary>The server says that another program holds its end point, and ends.</summary>
    /// <param name="server">The server.</param>
    /// <param name="endPoint">The end point.</param>
    /// <param name="usual">Gives the lines that the same server prints at a free end point.</param>
    public static async Task<Observation> GivesUpPort(
        this RunningProgram server,
        IPEndPoint endPoint,
        Func<Task<IReadOnlyList<string>>> usual
    )
    {
        await server.Until(() => server.IsOver, Bounds.Start);
        // A server that has said what is wrong waits for something else.
        return !server.IsOver && server.Lines().Count == 0
            ? await server.FailAt(endPoint, Verdict.PortHeld, Awaited.Message)
            : await server.SaysSoAndEnds(usual);
    }

    /// <summary>The server closes its listening socket itself, before it exits.</summary>
    public static async Task<Observation> StopsListeningBeforeExit(this RunningProgram server, IPEndPoint endPoint)
    {
        await server.Until(() => server.IsOver, Bounds.Start);
        // No client has called, so any TCP socket that the server leaves open is the listening one.
        var free =
            !server.Hook.LeftOpen.Any(socket => socket.IsTcp && socket.EndPoint?.Port == endPoint.Port)
            && await server.Until(() => !EndPoints.IsListening(endPoint), Bounds.Settle);
        var diedWithoutExit = server.Hook.IsThere && !server.Hook.IsAboutToExit;
        var hadNoSocket = server.Hook.IsThere && !server.Hook.UsesSockets;
        if (free && server.IsOver && !diedWithoutExit && !hadNoSocket)
            return Observation.Holds;
        var verdict = server.IsOver ? Verdict.ProcessEnded : Verdict.StillRunning;
        return await server.FailAt(endPoint, verdict, Awaited.ServerClosedBeforeExit);
    }

    private static bool Printed(this RunningProgram server, byte[] bytes) =>
        bytes.Length > 0 && server.Out.Bytes.AsSpan().IndexOf(bytes) >= 0;

    // No event announces that a server listens, and a test connection would be its first client. So the socket table is
    // read.
    private static Task<bool> ShowsUp(this RunningProgram server, IPEndPoint endPoint) =>
        server.Until(
            () => server.IsOver || EndPoints.Claims(endPoint).Count > 0 || EndPoints.HasUdp(endPoint),
            Bounds.Start
        );

    // UDP sockets cannot listen (listen(2): EOPNOTSUPP).
    private static bool UsesUdp(RunningProgram server, IPEndPoint endPoint) =>
        EndPoints.HasUdp(endPoint) || IsAt(server, "Listen", "OperationNotSupported");

    // TcpListener.Start binds and listens. The given end point is free.
    private static bool IsAt(RunningProgram server, string call, string error) =>
        server.Hook.Failures.Any(failure =>
            (failure.Call == call || failure.Call == "Start") && failure.Error == error
        );

    // A failed call that follows Bind proves that Bind was called, unless .NET itself says that the socket is not
    // bound. If nothing is known of the program's sockets, the lack of a report proves nothing.
    private static bool CannotTellBind(RunningProgram server) =>
        server.Hook.Failures.Any(failure =>
            _callsAfterBind.Any(call => failure.Call.Contains(call, StringComparison.Ordinal))
            && failure != new FailedCall("Listen", nameof(InvalidOperationException))
        )
        || server.Hook.Failures.Count == 0 && server.Hook.UsesSockets && !server.Hook.KnowsLeftOpen;

    private static IEnumerable<IPEndPoint> BoundAtExit(RunningProgram server) =>
        server.Hook.LeftOpen.Where(socket => socket.IsTcp).Select(socket => socket.EndPoint).OfType<IPEndPoint>();

    private static string? FoundElsewhere(RunningProgram server, IPEndPoint endPoint)
    {
        var found = ProcessSockets
            .ListeningOf(server.ProcessId)
            .Concat(EndPoints.Claims(endPoint))
            .Concat(BoundAtExit(server))
            .FirstOrDefault(place => !place.Equals(endPoint));
        return found is null ? null : EndPoints.Show(found);
    }

    private static Task<Observation> FailToServe(
        this RunningProgram server,
        Awaited awaited,
        Connection? client = null
    ) => server.Fail(server.IsOver ? Verdict.EndedEarly : Verdict.NeverServed, awaited, client);

    private static Task<Observation> FailAt(
        this RunningProgram server,
        IPEndPoint endPoint,
        Verdict verdict,
        Awaited awaited
    ) => server.Fail(verdict, awaited, with: finding => finding with { ExpectedPlace = EndPoints.Show(endPoint) });

    private static async Task<Observation> FailToBind(this RunningProgram server, Awaited awaited, IPEndPoint endPoint)
    {
        var elsewhere = FoundElsewhere(server, endPoint);
        var verdict =
            elsewhere is not null ? Verdict.ListensElsewhere
            : UsesUdp(server, endPoint) ? Verdict.SentByUdp
            : IsAt(server, "Bind", "AddressAlreadyInUse")
                ? EndPoints.CanBind(endPoint.Address, endPoint.Port) ? Verdict.ListensElsewhere
                    : Verdict.PortHeld
            : server.IsOver ? Verdict.ProcessEnded
            : Verdict.StillRunning;
        return await server.Fail(
            verdict,
            awaited,
            with: finding => finding with { ExpectedPlace = EndPoints.Show(endPoint), FoundPlace = elsewhere }
        );
    }
}
