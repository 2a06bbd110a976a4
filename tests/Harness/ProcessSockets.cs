using System.Globalization;
using System.Net;

namespace Lab.Harness;

/// <summary>Which sockets one process holds.</summary>
/// <remarks>
/// Only Linux tells it without a privileged or foreign call (proc(5), <c>/proc/PID/fd</c>); elsewhere a server on another
/// port is reported as one that does not listen, and nobody sees a socket whose connection is no more.
/// </remarks>
internal static class ProcessSockets
{
    private static readonly string[] _tables = ["tcp", "tcp6", "udp", "udp6", "unix", "netlink"];

    /// <summary>The end points where it listens: for saying where a server went instead.</summary>
    public static IReadOnlyList<IPEndPoint> ListeningOf(int processId) =>
        Of(processId) is { Count: > 0 } own
            ?
            [
                .. SocketTable
                    .Listening()
                    .Where(socket => own.Contains(socket.Inode.ToString(CultureInfo.InvariantCulture)))
                    .Select(socket => socket.EndPoint),
            ]
            : [];

    /// <summary>
    /// Those it holds, by their numbers, and whether each is in some table of the network's. A connection that was reset is in
    /// none any more, and a socket without an address is not yet in one. Empty where nobody knows.
    /// </summary>
    public static ILookup<bool, string> ByListing(int processId)
    {
        var own = Of(processId);
        try
        {
            // Whatever else stands in a line besides the number of its socket may hide one, and never adds one.
            var listed = _tables.SelectMany(table => File.ReadAllText($"/proc/net/{table}").Split((char[]?)null));
            return own.ToLookup((own.Count > 0 ? listed.ToHashSet() : []).Contains);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return Array.Empty<string>().ToLookup(_ => false);
        }
    }

    // Each open socket of a process is a link named socket:[INODE]. What is closed meanwhile has none any more.
    private static HashSet<string> Of(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles($"/proc/{processId}/fd")
                    .Select(file => new FileInfo(file).LinkTarget ?? "")
                    .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
                    .Select(target => target["socket:[".Length..^1]),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
