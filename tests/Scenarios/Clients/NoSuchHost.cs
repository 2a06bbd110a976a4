using System.Net;
using System.Net.Sockets;
using Lab.Harness;

namespace Lab.Scenarios.Clients;

/// <summary>The client is told to call a host that does not exist.</summary>
/// <param name="all">The conversations of the check.</param>
public sealed class NoSuchHost(ClientConversations all) : Trouble(all)
{
    // A client that comes so far as to connect has a bound for that.
    private const int ShortTimeout = 5;

    /// <inheritdoc />
    public override Situation Situation => Situation.NoSuchHost;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        string[] arguments = [UnknownHost, At(EndPoints.Fresh())[1], Hello, .. Timeout(ShortTimeout)];
        var client = await Run(Actor.Client, Watch.Wire, arguments);
        if (!client.Hook.IsThere)
            await LookUp(UnknownHost);
        return await TakesIt(client);
    }

    // For .NET a name that no resolver has to be asked about: an empty label is never valid (RFC 1035, section 2.3.1). Others
    // refuse such a name with an error of another kind; a name below "invalid" is one that never exists (RFC 6761, 6.4).
    private string UnknownHost => Setup.Subject.Hook is null ? "no-such-host.invalid" : "no-such-host..invalid";

    // A resolver takes its time to say that a name does not exist: as long for the client as it takes here.
    private static async Task LookUp(string name)
    {
        try
        {
            await Dns.GetHostAddressesAsync(name).WaitAsync(Bounds.Start * 6);
        }
        catch (Exception unknown) when (unknown is SocketException or TimeoutException)
        {
            // The answer does not matter, only the time that it took.
        }
    }
}
