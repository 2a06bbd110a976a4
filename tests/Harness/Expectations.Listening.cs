using System.Net;

namespace Lab.Harness;

// The expectations about the end point at which a server is bound and listens.
public static partial class Expectations
{
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
        if (
            isBound
            || server.HasListened() && !UsesUdp(server, endPoint)
            || server.Hook.LeftOpen.Any(socket => socket.IsTcp)
        )
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
        var bound = EndPoints
            .Claims(endPoint)
            .Concat(BoundAtExit(server))
            .Concat(BoundByItself(server))
            .Distinct()
            .ToList();
        var isElsewhere = FoundElsewhere(server, endPoint) is not null;
        if (bound.Count > 0 && bound.All(place => place.Equals(endPoint)) && !isElsewhere)
            return Observation.Holds;
        if (bound.Count == 0 && !isElsewhere && !UsesUdp(server, endPoint) && CannotTellBind(server))
            return new Observation.Waits(listenStep);
        return await server.FailToBind(Awaited.Bound, endPoint);
    }

    /// <summary>The server is bound to no other end point than this one.</summary>
    public static async Task<Observation> BindsNowhereElse(this RunningProgram server, IPEndPoint endPoint)
    {
        await server.ShowsUp(endPoint);
        var isElsewhere =
            FoundElsewhere(server, endPoint) is not null
            || EndPoints.Claims(endPoint).Count == 0 && IsAt(server, "Bind", "AddressAlreadyInUse");
        return isElsewhere ? await server.FailToBind(Awaited.Bound, endPoint) : Observation.Holds;
    }

    /// <summary>The server listens at this end point.</summary>
    public static async Task<Observation> Listens(this RunningProgram server, IPEndPoint endPoint)
    {
        await server.ShowsUp(endPoint);
        if (EndPoints.IsListening(endPoint))
            return Observation.Holds;
        return await server.FailAt(endPoint, server.IsOver ? Verdict.ProcessEnded : Verdict.Refused, Awaited.Listening);
    }

    /// <summary>
    /// A server that has listened goes on to wait for clients, and does not end before it has accepted one.
    /// </summary>
    public static async Task<Observation> StaysForClients(this RunningProgram server, IPEndPoint endPoint) =>
        server.IsOver && server.HasListened() && server.Hook.Accepted == 0
            ? await server.FailAt(endPoint, Verdict.EndedEarly, Awaited.Calls)
            : Observation.Holds;

    /// <summary>The server still runs, and still listens.</summary>
    public static async Task<Observation> StillListens(this RunningProgram server, IPEndPoint endPoint)
    {
        if (server.SeemsToCrash)
            await server.Timeline.Until(() => server.HasEnded, Bounds.Kill);
        if (!server.IsOver && EndPoints.IsListening(endPoint))
            return Observation.Holds;
        return await server.FailAt(endPoint, Verdict.Refused, Awaited.GoesOn);
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
        await server.EndsWithin(Bounds.Start);
        // A server that has said what is wrong waits for something else.
        return !server.IsOver && server.Lines().Count == 0
            ? await server.FailAt(endPoint, Verdict.PortHeld, Awaited.Message)
            : await server.SaysSoAndEnds(usual);
    }

    /// <summary>The server closes its listening socket itself, before it exits.</summary>
    /// <param name="server">The server.</param>
    /// <param name="endPoint">Its end point.</param>
    /// <param name="stoppedAt">The time when it was first seen not to listen there any more. Null if it was not.</param>
    public static async Task<Observation> StopsListeningBeforeExit(
        this RunningProgram server,
        IPEndPoint endPoint,
        TimeSpan? stoppedAt
    )
    {
        await server.EndsWithin(Bounds.Start);
        // No client has called, so any TCP socket that the server leaves open is the listening one.
        var leftOpen = server.Hook.LeftOpen.Any(socket => socket.IsTcp && socket.EndPoint?.Port == endPoint.Port);
        var free = !leftOpen && await server.Until(() => !EndPoints.IsListening(endPoint), Bounds.Settle);
        var diedWithoutExit = server.Hook.IsThere && !server.Hook.IsAboutToExit && !server.FailedToReadKey;
        var hadNoSocket = server.Hook.IsThere && !server.Hook.UsesSockets;
        var closedTooLate = server.ClosedAfterKey(stoppedAt);
        if (free && server.IsOver && !diedWithoutExit && !hadNoSocket && !closedTooLate)
            return server.HoldsToItsEnd();
        var verdict = server.IsOver && !closedTooLate ? Verdict.ProcessEnded : Verdict.StillRunning;
        return await server.Fail(
            verdict,
            Awaited.ServerClosedBeforeExit,
            with: finding => finding.IfTold(leftOpen, server) with { ExpectedPlace = EndPoints.Show(endPoint) }
        );
    }

    // No event announces that a server listens, and a test connection would be its first client. So the socket table is
    // read.
    private static Task<bool> ShowsUp(this RunningProgram server, IPEndPoint endPoint) =>
        server.Until(
            () =>
                server.IsOver
                || EndPoints.Claims(endPoint).Count > 0
                || EndPoints.HasUdp(endPoint)
                || server.Hook.HasCalledListen && FoundElsewhere(server, endPoint) is not null,
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

    private static readonly string[] _closedMeanwhile =
    [
        nameof(ObjectDisposedException),
        "OperationAborted",
        "Interrupted",
        "NotSocket",
    ];

    // A server that ends for another reason closes its listening socket as well.
    private static bool HasClosedListener(this RunningProgram server, IPEndPoint place) =>
        !EndPoints.IsListening(place)
        && (
            !server.IsOver
            || server.Hook.Failures.Any(failure =>
                _closedMeanwhile.Contains(failure.Error)
                && _callsAfterBind.Any(call => failure.Call.Contains(call, StringComparison.Ordinal))
            )
        );

    // Only a TCP socket listens, so only this tells that the socket is one.
    private static IReadOnlyList<IPEndPoint> BoundByItself(RunningProgram server) =>
        server.HasListened() ? server.Hook.Binds : [];

    /// <summary>Whether the server is known to have listened, even if nobody was quick enough to see it.</summary>
    public static bool HasListened(this RunningProgram server) =>
        server.Hook.HasCalledListen
        && !server.Hook.Failures.Any(failure => failure.Call is "Bind" or "Listen" or "Start");

    private static string? FoundElsewhere(RunningProgram server, IPEndPoint endPoint)
    {
        var found = ProcessSockets
            .ListeningOf(server.ProcessId)
            .Concat(EndPoints.Claims(endPoint))
            .Concat(BoundAtExit(server))
            .Concat(BoundByItself(server).Where(place => place.Port > 0))
            .FirstOrDefault(place => !place.Equals(endPoint));
        return found is null ? null : EndPoints.Show(found);
    }

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
