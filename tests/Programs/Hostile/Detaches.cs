// A right client that leaves a child of its own behind, in a session of its own where there is such a thing.
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

bool hasSetsid = File.Exists("/usr/bin/setsid");
string self = Environment.ProcessPath!;
string[] copy = [typeof(Program).Assembly.Location, "stay"];
if (args[0] == "stay")
{
    Thread.Sleep(-1);
}
Process.Start(hasSetsid ? "/usr/bin/setsid" : self, hasSetsid ? [self, .. copy] : copy);

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
