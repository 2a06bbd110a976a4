using System.Net;

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
    public override string NetcatRefused(string host, int port) =>
        $"{host}:{port} refuses the connection: nobody listens there.";

    /// <inheritdoc />
    public override string PortTaken(int port) => $"Port {port} is taken: another program listens there.";

    /// <inheritdoc />
    public override string NoSuchAddress(string host) => $"{host} is no address of this machine.";

    /// <inheritdoc />
    public override string PortNeedsRights(int port) =>
        $"Port {port} may not be used: ports below 1024 need special rights.";

    /// <inheritdoc />
    public override string PortKept(int port) =>
        $"Port {port} may not be used: the operating system keeps it for somebody else.";

    /// <inheritdoc />
    public override string NoSuchHost(string host) => $"There is no host named {host}.";

    /// <inheritdoc />
    public override string NetcatError(string host, int port, string message) => $"{host}:{port}: {message}";
}
