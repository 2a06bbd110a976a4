using System.Net;
using System.Net.Sockets;
using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Netcat;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>The kit's own netcat, for machines without one.</summary>
[TaskName(Target.Netcat)]
public sealed class NetcatTask : LabTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.NetcatTarget;

    // The longest name of a host: RFC 1035, section 2.3.4.
    private const int LongestName = 255;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var port = context.Get(KitArgument.Port) ?? throw new RefusedException(new Refusal.NoPort());
        // The defaults are those of every netcat: listen at all addresses, or call this machine.
        var host = context.Get(KitArgument.Host) ?? (context.Get(KitArgument.Listen) ? "0.0.0.0" : "127.0.0.1");
        if (host.Length is 0 or > LongestName)
            throw new RefusedException(new Refusal.NoHostName(host));
        try
        {
            var ended = Talk(context, await Resolve(host, port, interrupted));
            context.ExitCode.Add(await ended.WaitAsync(interrupted) ? 0 : 1);
        }
        catch (SocketException failure)
        {
            Console.Error.WriteLine(Texts.NetcatFailed(host, port, failure));
            context.ExitCode.Add(1);
        }
        catch (IOException failure)
        {
            Console.Error.WriteLine(Texts.NetcatCannotWrite(failure.Message));
            context.ExitCode.Add(2);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            // Ctrl+C is the usual way to leave netcat.
        }
    }

    private static async Task<bool> Talk(LabContext context, IPEndPoint[] places)
    {
        var output = Console.OpenStandardOutput();
        var (tcp, udp) = (new TcpSession(output, Texts, Say), new UdpSession(output, Texts, Say));
        if (!context.Get(KitArgument.Udp))
            return await (context.Get(KitArgument.Listen) ? tcp.Answer(places[0]) : tcp.Call(places));
        await (context.Get(KitArgument.Listen) ? udp.Answer(places[0]) : udp.Call(places[0]));
        return true;
    }

    // Standard output is only for the peer's bytes.
    private static void Say(string sentence) => Console.Error.WriteLine(sentence);

    private static async Task<IPEndPoint[]> Resolve(string host, int port, CancellationToken interrupted)
    {
        // A resolver refuses 0.0.0.0, which means all addresses.
        var addresses = IPAddress.TryParse(host, out var address)
            ? [address]
            : await Dns.GetHostAddressesAsync(host, interrupted);
        return [.. addresses.Select(one => new IPEndPoint(one, port))];
    }
}
