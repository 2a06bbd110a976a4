// Connects, and prints gigabytes to standard error, in characters that begin a report of the kit's own hook.
using System.Net.Sockets;

using var client = new TcpClient(args[0], int.Parse(args[1]));
using Stream error = Console.OpenStandardError();
byte[] much = new byte[1 << 16];
Array.Fill(much, (byte)'\x1e');
while (true)
{
    error.Write(much);
}
