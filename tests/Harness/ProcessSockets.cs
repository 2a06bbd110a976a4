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
    private const int QueuesColumn = 4;
    private const int InodeColumn = 9;

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

    /// <summary>
    /// Whether some process has accepted a connection that this process has opened. Null if the system does not show
    /// this, or if the connection is gone.
    /// </summary>
    /// <remarks>
    /// A connection in the backlog belongs to no process yet, so it is listed with the inode 0. A port of the caller is
    /// used once at a time, so the two ports are enough to find the connection, whatever form the addresses have. A system
    /// that hides inodes lists 0 for the caller as well.
    /// </remarks>
    public static bool? HasAccepted(IPEndPoint server, IPEndPoint caller)
    {
        var rows = Connections();
        return
            Row(rows, caller.Port, server.Port)?[InodeColumn] is not (null or "0")
            && Row(rows, server.Port, caller.Port)?[InodeColumn] is { } inode
            ? inode != "0"
            : null;
    }

    /// <summary>
    /// Whether a connection that this process has opened holds bytes that the process at its other end has not read.
    /// Null if the system does not show this, or if the connection is gone.
    /// </summary>
    public static bool? HasUnread(IPEndPoint server, IPEndPoint caller) =>
        Row(Connections(), server.Port, caller.Port) is { } row
            ? !row[QueuesColumn].EndsWith(":00000000", StringComparison.Ordinal)
            : null;

    private static string[]? Row(IReadOnlyList<string[]> rows, int localPort, int remotePort) =>
        rows.FirstOrDefault(columns => EndsIn(columns[1], localPort) && EndsIn(columns[2], remotePort));

    // The columns of a row: number, local end point, remote end point, state, bytes to send and bytes to read, two
    // timers, the user, a time, and the inode (proc(5)).
    private static IReadOnlyList<string[]> Connections()
    {
        if (!OperatingSystem.IsLinux())
            return [];
        try
        {
            return
            [
                .. _tables
                    .Take(2)
                    .SelectMany(table => File.ReadLines($"/proc/net/{table}").Skip(1))
                    .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Where(columns => columns.Length > InodeColumn),
            ];
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool EndsIn(string endPoint, int port) => endPoint.EndsWith($":{port:X4}", StringComparison.Ordinal);

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
