// Connects, and prints gigabytes instead of a message.
using System.Net.Sockets;

using var client = new TcpClient(args[0], int.Parse(args[1]));
using Stream output = Console.OpenStandardOutput();
byte[] much = new byte[1 << 16];
Array.Fill(much, (byte)'x');
while (true)
{
    output.Write(much);
}
