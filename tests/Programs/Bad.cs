// Not a student's program: what the harness must survive. The first argument says what it does.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

switch (args[0])
{
    case "exits":
        return 3;
    case "hangs":
        Thread.Sleep(-1);
        return 0;
    case "spins":
        while (true) { }
    case "works":
        while (Environment.CpuUsage.TotalTime < TimeSpan.FromSeconds(1)) { }
        Console.WriteLine("ready");
        Thread.Sleep(-1);
        return 0;
    case "floods":
        for (var line = new string('x', 10_000); ; )
            Console.WriteLine(line);
    case "ignores":
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true))
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true))
        {
            Console.WriteLine("ready");
            Thread.Sleep(-1);
        }
        return 0;
    case "leaves":
        // The child inherits the output, and outlives its parent.
        Process.Start(Environment.ProcessPath!, [typeof(Program).Assembly.Location, "hangs"]);
        return 0;
    case "hides":
        // The child inherits nothing that a run is known by.
        var child = new ProcessStartInfo(Environment.ProcessPath!, [typeof(Program).Assembly.Location, "hangs"]);
        child.Environment.Clear();
        Console.WriteLine($"child {Process.Start(child)!.Id}.");
        Thread.Sleep(-1);
        return 0;
    case "crashes":
        throw new InvalidOperationException("on purpose");
    case "rants":
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        Console.WriteLine(string.Concat(Enumerable.Repeat("😀", 10_000)));
        throw new InvalidOperationException(new string('x', 10_000));
    case "prompts":
        Console.Write("a prompt with no newline");
        Console.ReadLine();
        return 0;
}

using var client = new TcpClient();
client.Connect(IPAddress.Parse(args[1]), int.Parse(args[2]));
switch (args[0])
{
    case "silent":
        Thread.Sleep(-1);
        break;
    case "late":
        Thread.Sleep(500);
        client.GetStream().Write("late"u8);
        break;
    case "resets":
        client.Client.Send("half"u8);
        client.Client.LingerState = new LingerOption(true, 0);
        client.Client.Dispose();
        break;
}
return 0;
