// A right client that closes its standard error first. Its socket gets the number of the closed descriptor then.
using System.Net.Sockets;
using System.Text;
using Microsoft.Win32.SafeHandles;

new SafeFileHandle(2, ownsHandle: true).Dispose();
using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    client.ReceiveTimeout = (args.Length > 3 ? int.Parse(args[3]) : 300) * 1000;
    client.Connect(args[0], int.Parse(args[1]));
    client.Send(Encoding.UTF8.GetBytes(args[2]));
    byte[] buffer = new byte[8192];
    int count = client.Receive(buffer);
    Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, count));
}
catch (Exception e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    client.Close();
}
