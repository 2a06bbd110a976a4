using System.Net;
using System.Net.Sockets;

namespace Lab.Harness;

/// <summary>A connection of the harness to itself, which shows whether the harness keeps up with its events.</summary>
internal static class Loopback
{
    private static readonly Lazy<Task<(Socket Here, Socket There)>> _pair = new(Connect);
    private static readonly SemaphoreSlim _turn = new(1);
    private static byte _mark;

    /// <summary>
    /// Whether what had reached this process when the method was called has most likely also been noticed. A byte is sent
    /// around, and is noticed like all the others.
    /// </summary>
    /// <returns>False if the machine was too busy for that.</returns>
    public static async Task<bool> IsDrained()
    {
        await _turn.WaitAsync();
        try
        {
            using var bound = new CancellationTokenSource(Bounds.Reaction);
            var (here, there) = await _pair.Value;
            var (mark, came) = (new[] { unchecked(++_mark) }, new byte[1]);
            await here.SendAsync(mark, bound.Token);
            // The mark of an earlier call that gave up may still be on its way.
            while (came[0] != mark[0])
                await there.ReceiveAsync(came, bound.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<(Socket Here, Socket There)> Connect()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var here = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await here.ConnectAsync(listener.LocalEndPoint!);
        return (here, await listener.AcceptAsync());
    }
}
