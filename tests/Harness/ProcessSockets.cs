using System.Globalization;
using System.Net;

namespace Lab.Harness;

/// <summary>Finds the sockets that one process holds.</summary>
/// <remarks>
/// Only Linux shows them without privileges or native calls (proc(5), <c>/proc/PID/fd</c>). On other systems, a server
/// on another port is reported as one that does not listen, and a socket whose connection was reset is not seen.
/// </remarks>
internal static class ProcessSockets
{
    private static readonly string[] _tables = ["tcp", "tcp6", "udp", "udp6", "unix", "netlink"];

    /// <summary>
    /// The end points where the process listens. They tell where a server went instead of its given end point.
    /// </summary>
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
    /// The process's sockets, by their numbers, grouped by whether the network's tables list them. A socket whose
    /// connection was reset is in no table any more, and a socket without an address is not in one yet. Empty if the
    /// system does not show this.
    /// </summary>
    public static ILookup<bool, string> ByListing(int processId)
    {
        var own = Of(processId);
        try
        {
            // The other columns of a line may wrongly match a socket's number. Such a match can only hide a socket,
            // never add one.
            var listed = _tables.SelectMany(table => File.ReadAllText($"/proc/net/{table}").Split((char[]?)null));
            return own.ToLookup((own.Count > 0 ? listed.ToHashSet() : []).Contains);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return Array.Empty<string>().ToLookup(_ => false);
        }
    }

    // Each open socket of a process is a link named socket:[INODE]. A socket that is closed meanwhile has no link any
    // more.
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
