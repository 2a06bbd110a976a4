namespace Lab.Harness;

// The expectations of a client that calls a listening probe.
public static partial class Expectations
{
    /// <summary>A TCP connection from the client arrives.</summary>
    public static async Task<Observation> ConnectsTo(this RunningProgram client, Listener server) =>
        await client.Reaches(server) ? Observation.Holds : await client.FailToConnect(server);

    /// <summary>
    /// A TCP connection from the client arrives; or it is certain that nothing can be seen before the client connects.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="server">The probe that waits for the connection.</param>
    /// <param name="connectStep">The step that must work before a socket can be seen.</param>
    public static async Task<Observation> OpensTcpSocket(
        this RunningProgram client,
        Listener server,
        string connectStep
    )
    {
        if (await client.Reaches(server) || client.Hook.LeftOpen.Any(socket => socket.IsTcp))
            return Observation.Holds;
        return server.Datagram is null && client.Hook.UsesSockets && !client.FailedToCreate()
            ? new Observation.Waits(connectStep)
            : await client.FailToConnect(server);
    }

    /// <summary>
    /// The client, which is over, has tried to connect to nobody. This can be seen only with the hook and <see
    /// cref="Watch.Sockets"/>.
    /// </summary>
    public static async Task<Observation> ConnectsNowhere(this RunningProgram client) =>
        client.Hook.Tries is [.., var tried]
            ? await client.Fail(
                Verdict.ListensElsewhere,
                Awaited.NoConnection,
                with: finding => finding with { FoundPlace = tried }
            )
            : Observation.Holds;

    /// <summary>The client still waits for a reply on its connection after this delay.</summary>
    public static async Task<Observation> WaitsForReply(
        this RunningProgram client,
        Connection connection,
        TimeSpan time
    )
    {
        await client.Timeline.Until(() => client.IsOver || connection.State == ConnectionState.Reset, time);
        // A half-close only says that the client has nothing more to send.
        if (!client.IsOver && connection.State != ConnectionState.Reset)
            return Observation.Holds;
        var verdict =
            connection.State == ConnectionState.Reset ? Verdict.Reset
            : connection.State == ConnectionState.Closed ? Verdict.CleanClose
            : Verdict.ProcessEnded;
        return await client.Fail(verdict, Awaited.WaitsForBytes, connection);
    }

    /// <summary>
    /// The client receives the bytes that the probe has sent on this connection. This can be seen only with the hook.
    /// </summary>
    /// <param name="client">The client, watched with <see cref="Watch.Bytes"/>.</param>
    /// <param name="connection">Its connection.</param>
    public static async Task<Observation> TakesReply(this RunningProgram client, Connection connection)
    {
        bool Taken() => client.Hook.BytesReceived > 0 || client.IsOver || !connection.IsOpen;
        return client.Hook.IsThere && !await client.Until(Taken, Bounds.Reaction)
            ? await client.Fail(Verdict.Silent, Awaited.Received, connection)
            : Observation.Holds;
    }

    /// <summary>
    /// The client takes the whole reply from the connection. A socket that is closed with unread bytes sends an RST (RFC
    /// 9293, section 3.6.1).
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="connection">Its connection.</param>
    /// <param name="reply">The reply. A client that shows all of it has taken it.</param>
    public static async Task<Observation> TakesAll(this RunningProgram client, Connection connection, string reply)
    {
        await client.Until(() => !connection.IsOpen || client.IsOver, Bounds.Settle);
        return connection.State == ConnectionState.Reset && !client.Out.ShowsLines(reply)
            ? await client.Fail(Verdict.Reset, Awaited.Received, connection)
            : Observation.Holds;
    }

    private static async Task<bool> Reaches(this RunningProgram client, Listener server)
    {
        bool Reached() => server.Connections.Count > 0;
        await client.Until(() => Reached() || server.Datagram is not null || client.IsOver, Bounds.Start);
        // A short-lived client may have ended before its connection was noticed here.
        if (!Reached() && client.IsOver)
            await server.CatchUp();
        return Reached();
    }

    private static async Task<Observation> FailToConnect(this RunningProgram client, Listener server)
    {
        var place = EndPoints.Show(server.EndPoint);
        var elsewhere = client.Hook.Tries.LastOrDefault(tried => tried != place);
        var verdict =
            server.Datagram is not null ? Verdict.SentByUdp
            : elsewhere is not null ? Verdict.ListensElsewhere
            : client.IsOver ? Verdict.ProcessEnded
            : Verdict.StillRunning;
        return await client.Fail(
            verdict,
            Awaited.Connection,
            with: finding =>
                finding with
                {
                    ExpectedPlace = place,
                    FoundPlace = elsewhere,
                    ReceivedBytes = server.Datagram,
                }
        );
    }
}
