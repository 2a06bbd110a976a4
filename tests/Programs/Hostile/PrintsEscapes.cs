// Shows terminal commands instead of the reply: it clears the screen, names the window, rings, turns the line around.
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
    Console.WriteLine("\x1b[2J\x1b]0;hacked\x07\x1b[31m\u009b1A\b\b\x7f\u202e\u2066" + "done");
    throw new Exception("\x1b[2Jin the message\x07");
}
catch (Exception e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    client.Close();
}
