// An echo server that no signal ends, and no timeout either.
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
var caught = Enum.GetValues<PosixSignal>()
    .Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true))
    .ToList();

var server = new TcpListener(IPAddress.Parse(args[0]), int.Parse(args[1]));
try
{
    server.Start();
    while (true)
    {
        using Socket client = server.AcceptSocket();
        try
        {
            byte[] buffer = new byte[8192];
            int count;
            while ((count = client.Receive(buffer)) > 0)
            {
                Console.OpenStandardOutput().Write(buffer, 0, count);
                client.Send(buffer, count, SocketFlags.None);
            }
        }
        catch (SocketException e)
        {
            Console.WriteLine("Client lost: " + e.Message);
        }
    }
}
catch (SocketException e)
{
    Console.WriteLine("Error: " + e.Message);
}
finally
{
    server.Stop();
    GC.KeepAlive(caught);
}
