// Keeps a log file beside what it prints
using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Socket? server = null;
StreamWriter? log = null;
try
{
    log = new StreamWriter(File.Open("server.log", FileMode.Append)) { AutoFlush = true };
    server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    server.Bind(new IPEndPoint(IPAddress.Parse(host), port));
    server.Listen(5);
    log.WriteLine($"{DateTime.Now} listening");
    while (true)
    {
        if (!server.Poll(TimeSpan.FromSeconds(timeoutSeconds), SelectMode.SelectRead))
            throw new TimeoutException("nobody called");
        Socket client = server.Accept();
        try
        {
            byte[] buffer = new byte[1024];
            int n = client.Receive(buffer);
            string text = Encoding.UTF8.GetString(buffer, 0, n);
            Console.WriteLine(text);
            log.WriteLine($"{DateTime.Now} {text}");
            client.Send(buffer, n, SocketFlags.None);
        }
        catch (SocketException e)
        {
            Console.WriteLine(e.Message);
        }
        finally
        {
            client.Close();
        }
    }
}
catch (Exception e)
{
    Console.WriteLine(e.Message);
}
finally
{
    server?.Close();
    log?.Close();
}
