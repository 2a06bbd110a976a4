// Shows bytes that are no UTF-8 instead of the reply.
using System.Net.Sockets;
using System.Text;

using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    client.ReceiveTimeout = (args.Length > 3 ? int.Parse(args[3]) : 300) * 1000;
    client.Connect(args[0], int.Parse(args[1]));
    client.Send(Encoding.UTF8.GetBytes(args[2]));
    byte[] buffer = new byte[8192];
    int count = client.Receive(buffer);
    Console.OpenStandardOutput().Write([0xff, 0xfe, 0xc3, 0x28, 0x80, 0xed, 0xa0, 0x80]);
}
catch (Exception e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    client.Close();
}
