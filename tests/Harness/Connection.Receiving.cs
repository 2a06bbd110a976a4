using System.Net.Sockets;

namespace Lab.Harness;

// What comes from the peer: bytes, and the end of its direction.
public sealed partial class Connection
{
    private async Task ReadToEnd()
    {
        var buffer = new byte[1 << 14];
        try
        {
            int count;
            while ((count = await _socket.ReceiveAsync(buffer, _closing.Token)) > 0)
            {
                if (_copy is not null)
                    await _copy.WriteAsync(buffer.AsMemory(0, count));
                else if (!Keep(buffer[..count]))
                    await Task.Delay(Bounds.Flood, _closing.Token);
            }
            End(ConnectionState.Closed, Happening.Close);
        }
        catch (SocketException failure) when (failure.SocketErrorCode != SocketError.OperationAborted)
        {
            End(ConnectionState.Reset, Happening.Reset);
        }
        catch (OperationCanceledException)
        {
            KeepRest();
        }
        catch (Exception own) when (own is SocketException or ObjectDisposedException)
        {
            // The probe itself has ended the connection.
        }
    }

    // Whoever sees the state may end the conversation at once, and with it the record.
    private void End(ConnectionState state, Happening what) =>
        Timeline.Do(
            () =>
            {
                if (state == ConnectionState.Closed)
                    ClosedAt = Timeline.Now;
                State = state;
                return true;
            },
            Peer,
            what,
            SeenBy(Peer)
        );

    private bool Keep(byte[] bytes) =>
        Timeline.Do(() => _received.Add(bytes), Peer, Happening.Send, SeenBy(Peer), bytes);

    // Bytes that had come before the probe closed still count.
    private void KeepRest()
    {
        try
        {
            var rest = new byte[_socket.Available];
            if (rest.Length > 0)
                Keep(rest[.._socket.Receive(rest)]);
        }
        catch (SocketException)
        {
            // The peer has reset the connection meanwhile.
        }
    }

    // Bytes that come after a close are answered with a reset (RFC 1122, section 4.2.2.13).
    private async Task SeeEnd()
    {
        var late = new byte[1 << 14];
        try
        {
            var count = IsOpen ? await _socket.ReceiveAsync(late) : 0;
            if (count > 0)
            {
                Timeline.Add(Peer, Happening.Send, late[..count], link: SeenBy(Peer));
                Reset();
            }
            else if (IsOpen)
                Timeline.Add(Peer, Happening.Close, link: SeenBy(Peer));
        }
        catch (SocketException failure) when (failure.SocketErrorCode != SocketError.OperationAborted)
        {
            Timeline.Add(Peer, Happening.Reset, link: SeenBy(Peer));
        }
        catch (Exception own) when (own is SocketException or ObjectDisposedException)
        {
            // The conversation is over.
        }
        _socket.Dispose();
    }
}
