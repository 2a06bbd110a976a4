using System.Globalization;
using System.Net.Sockets;

/// <summary>
/// The sockets that the program has left open at its exit: a bound socket that does not listen, or a new one, shows
/// nowhere else.
/// </summary>
/// <remarks>Only where the process can list its own descriptors; on Windows nothing is reported.</remarks>
internal static class OpenSockets
{
    private const int MostDescriptors = 256;

    public static void Report(Action<string> report)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var descriptor in Descriptors())
        {
            if (Describe(descriptor) is { } found)
                report("socket " + found);
        }
        report("listed");
    }

    // Linux tells which descriptors are sockets; elsewhere each is tried.
    private static IEnumerable<int> Descriptors() =>
        Directory.Exists("/proc/self/fd")
            ? Directory
                .EnumerateFiles("/proc/self/fd")
                .Where(IsSocket)
                .Select(file => int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture))
            : Enumerable.Range(3, MostDescriptors);

    private static bool IsSocket(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, false)?.Name.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The program's threads go on meanwhile, and close what they like.
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
