namespace Lab.Harness;

// What a client does towards a listening probe.
public static partial class Expectations
{
    /// <summary>A TCP connection from the client arrives.</summary>
    public static async Task<Connection> ConnectsTo(this RunningProgram client, Listener server)
    {
        if (!await client.Reaches(server))
            throw await client.FailToConnect(server);
        return server.Connections[0];
    }

    /// <summary>
    /// A TCP connection from the client arrives, or it is plain that nothing can be seen before it connects.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="server">The probe that waits for it.</param>
    /// <param name="connectStep">The step without which no socket shows.</param>
    public static async Task OpensTcpSocket(this RunningProgram client, Listener server, string connectStep)
    {
        if (await client.Reaches(server) || client.LeftOpen.Any(socket => socket.IsTcp))
            return;
        throw server.Datagram is null && client.UsesSockets && !client.FailedToCreate()
            ? new NotVisibleYetException(connectStep)
            : await client.FailToConnect(server);
    }

    /// <summary>The client still waits on its connection when the probe has taken its time to answer.</summary>
    public static async Task WaitsForReply(this RunningProgram client, Connection connection, TimeSpan time)
    {
        await client.Timeline.Until(() => client.IsOver || connection.State == ConnectionState.Reset, time);
        // A half-close says only that the client has nothing more to send.
        if (!client.IsOver && connection.State != ConnectionState.Reset)
            return;
        var verdict =
            connection.State == ConnectionState.Reset ? Verdict.Reset
            : connection.State == ConnectionState.Closed ? Verdict.CleanClose
            : Verdict.ProcessEnded;
        throw await client.Fail(verdict, Awaited.WaitsForBytes, connection);
    }

    /// <summary>The client receives what the probe has sent on this connection; seen only with the hook.</summary>
    /// <param name="client">The client, watched with <see cref="Watch.Bytes"/>.</param>
    /// <param name="connection">Its connection.</param>
    public static async Task TakesReply(this RunningProgram client, Connection connection)
    {
        bool Taken() => client.BytesReceived > 0 || client.IsOver || !connection.IsOpen;
        if (client.HasHook && !await client.Until(Taken, Bounds.Reaction))
            throw await client.Fail(Verdict.Silent, Awaited.Received, connection);
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

    private static async Task<VerdictException> FailToConnect(this RunningProgram client, Listener server)
    {
        var place = EndPoints.Show(server.EndPoint);
        var elsewhere = client.Tries.LastOrDefault(tried => tried != place);
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
