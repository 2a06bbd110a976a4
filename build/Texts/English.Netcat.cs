using System.Net;
using System.Net.Sockets;

namespace Lab.Build.Texts;

// The kit's own netcat.
public sealed partial class English
{
    /// <inheritdoc />
    public override string NetcatNeedsPort => $"Give a port:  {Script} --target=Netcat --port=9000";

    /// <inheritdoc />
    public override string NetcatNoHost(string host) => $"--host={host}: there is no host with such a name.";

    /// <inheritdoc />
    public override string NetcatCannotWrite(string reason) => $"What came cannot be written: {reason}";

    /// <inheritdoc />
    public override string NetcatListens(IPEndPoint endPoint) => $"Listening on {endPoint}; Ctrl+C ends it.";

    /// <inheritdoc />
    public override string NetcatGotDatagram(int length) =>
        $"A UDP datagram came ({Bytes(length)}): whoever sent it has no TCP socket. Still waiting for a TCP connection.";

    /// <inheritdoc />
    public override string NetcatClosed => "The other side has closed the connection.";

    /// <inheritdoc />
    public override string NetcatReset => "The other side has reset the connection.";

    /// <inheritdoc />
    public override string NetcatFailed(string host, int port, SocketException failure) =>
        failure.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => $"{host}:{port} refuses the connection: nobody listens there.",
            SocketError.ConnectionReset => NetcatReset,
            SocketError.AddressAlreadyInUse => $"Port {port} is taken: another program listens there.",
            SocketError.AddressNotAvailable => $"{host} is no address of this machine.",
            SocketError.AccessDenied when port < 1024 =>
                $"Port {port} may not be used: ports below 1024 need special rights.",
            SocketError.AccessDenied =>
                $"Port {port} may not be used: the operating system keeps it for somebody else.",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"There is no host named {host}.",
            _ => $"{host}:{port}: {failure.Message}",
        };
}
