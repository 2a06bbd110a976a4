// Sends a million bytes after its message, each alone.
using System.Net.Sockets;
using System.Text;

using var client = new TcpClient(args[0], int.Parse(args[1])) { NoDelay = true };
client.GetStream().Write(Encoding.UTF8.GetBytes(args[2]));
for (int count = 0; count < 1_000_000; count++)
{
    client.GetStream().Write("x"u8);
}
Thread.Sleep(-1);
