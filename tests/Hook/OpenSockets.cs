using System.Globalization;
using System.Net.Sockets;

/// <summary>
/// Finds the sockets that the program has left open at its exit. A bound socket that does not listen, or a new one, can
/// be seen in no other way.
/// </summary>
/// <remarks>
/// This needs a system on which a process can list its own descriptors. On Windows nothing is reported.
/// </remarks>
internal static class OpenSockets
{
    private const int MostDescriptors = 256;

    public static void Report(Action<string> report)
    {
        if (OperatingSystem.IsWindows())
            return;
        report("list");
        // Linux shows which descriptors are sockets. On other systems each descriptor is tried.
        if (Directory.Exists("/proc/self/fd"))
        {
            // The generic code of LINQ would be compiled at each exit, which takes longer than this loop.
            foreach (var file in Directory.EnumerateFiles("/proc/self/fd"))
                if (IsSocket(file))
                    Report(int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture), report);
        }
        else
        {
            for (var descriptor = 3; descriptor < MostDescriptors + 3; descriptor++)
                Report(descriptor, report);
        }
        report("listed");
    }

    private static void Report(int descriptor, Action<string> report)
    {
        if (Describe(descriptor) is { } found)
            report("socket " + found);
    }

    private static bool IsSocket(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The program's threads still run, and may close this socket at any time.
            return false;
        }
    }

    private static string? Describe(int descriptor)
    {
        try
        {
            var socket = new Socket(new SafeSocketHandle(descriptor, ownsHandle: false));
            return socket.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
                ? socket.SocketType + " " + (socket.IsBound ? socket.LocalEndPoint : "-")
                : null;
        }
        catch (Exception notOne) when (notOne is SocketException or ArgumentException or ObjectDisposedException)
        {
            return null;
        }
    }
}
