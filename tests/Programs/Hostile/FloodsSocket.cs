// Sends its message without end.
using System.Net.Sockets;
using System.Text;

using var client = new TcpClient(args[0], int.Parse(args[1]));
byte[] much = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(args[2], 5_000)));
while (true)
{
    client.GetStream().Write(much);
}
