// Connects, and starts copies of itself that start copies of themselves. The files that count the copies keep it small
// enough for the machine that runs the tests.
using System.Diagnostics;
using System.Net.Sockets;

using var client = new TcpClient(args[0], int.Parse(args[1]));
for (int copies = 0; copies < 2; copies++)
{
    if (IsOneOfTheFirst(60))
    {
        Process.Start(Environment.ProcessPath!, [typeof(Program).Assembly.Location, .. args]);
    }
}
Thread.Sleep(-1);

static bool IsOneOfTheFirst(int most)
{
    for (int number = 0; number < most; number++)
    {
        try
        {
            File.Open(Path.Combine(AppContext.BaseDirectory, "copy-" + number), FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException)
        {
            // Another copy has taken this number.
        }
    }
    return false;
}
