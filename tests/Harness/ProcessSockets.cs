using System.Globalization;
using System.Net;

namespace Lab.Harness;

/// <summary>Which end points one process listens at: for saying where a server went instead.</summary>
/// <remarks>
/// Only Linux tells it without a privileged or foreign call (proc(5), <c>/proc/PID/fd</c>); elsewhere the answer is
/// empty, and a server on another port is reported as one that does not listen.
/// </remarks>
internal static class ProcessSockets
{
    public static IReadOnlyList<IPEndPoint> ListeningOf(int processId)
    {
        if (!OperatingSystem.IsLinux())
            return [];
        try
        {
            var own = Inodes(processId);
            return
            [
                .. SocketTable
                    .Listening()
                    .Where(socket => own.Contains(socket.Inode))
                    .Select(socket => socket.EndPoint),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Each open socket of a process is a link named socket:[INODE].
    private static HashSet<uint> Inodes(int processId) =>
        [
            .. Directory
                .EnumerateFiles($"/proc/{processId}/fd")
                .Select(file => File.ResolveLinkTarget(file, false)?.Name ?? "")
                .Where(name => name.StartsWith("socket:[", StringComparison.Ordinal))
                .Select(name => uint.Parse(name["socket:[".Length..^1], CultureInfo.InvariantCulture)),
        ];
}
