using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The client is told to call a host that does not exist.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class NoSuchHost(ClientConversations all) : Trouble(all)
{
    // A client that connects after all must give up soon.
    private const int ShortTimeout = 5;

    /// <summary>The client connects to no other host in its place.</summary>
    public Look ConnectsNowhere { get; } = new();

    /// <inheritdoc />
    public override Situation Situation => Situation.NoSuchHost;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        string[] arguments = [UnknownHost, At(EndPoints.Fresh())[1], Hello, .. Timeout(ShortTimeout)];
        var client = await Run(Actor.Client, Watch.Sockets, arguments);
        await TakesIt(client, client.Hook.IsThere ? Bounds.Start : Bounds.Start + await LookUp(UnknownHost));
        return ConnectsNowhere.Take(await client.ConnectsNowhere());
    }

    // .NET rejects this name without asking a resolver: an empty label is never valid (RFC 1035, section 2.3.1). Other
    // languages reject it with another kind of error, so they get a name below "invalid", which never exists (RFC 6761,
    // 6.4).
    private string UnknownHost => Setup.Subject.Hook is null ? "no-such-host.invalid" : "no-such-host..invalid";

    // A resolver may need a long time to say that a name does not exist. It needs about as long here as in the client.
    private static async Task<TimeSpan> LookUp(string name)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await Dns.GetHostAddressesAsync(name).WaitAsync(Bounds.Start * 6);
        }
        catch (Exception unknown) when (unknown is SocketException or TimeoutException)
        {
            // Only the time that the answer takes matters, and not the answer.
        }
        return clock.Elapsed;
    }
}
