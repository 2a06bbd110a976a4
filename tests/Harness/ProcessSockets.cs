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
    /// <summary>The end points where it listens: for saying where a server went instead.</summary>
    public static IReadOnlyList<IPEndPoint> ListeningOf(int processId)
    {
        var own = Of(processId);
        return own.Count == 0
            ? []
            :
            [
                .. SocketTable
                    .Listening()
                    .Where(socket => own.Contains(socket.Inode))
                    .Select(socket => socket.EndPoint),
            ];
    }

    /// <summary>All that it holds, by their numbers in the kernel's tables; none where nothing is known.</summary>
    public static IReadOnlySet<uint> Of(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return new HashSet<uint>();
        try
        {
            // Each open socket of a process is a link named socket:[INODE].
            return Directory
                .EnumerateFiles($"/proc/{processId}/fd")
                .Select(file => File.ResolveLinkTarget(file, false)?.Name ?? "")
                .Where(name => name.StartsWith("socket:[", StringComparison.Ordinal))
                .Select(name => uint.Parse(name["socket:[".Length..^1], CultureInfo.InvariantCulture))
                .ToHashSet();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return new HashSet<uint>();
        }
    }
}
