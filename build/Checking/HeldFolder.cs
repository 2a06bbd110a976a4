using Microsoft.Win32.SafeHandles;

namespace Lab.Build.Checking;

/// <summary>
/// A folder in the temporary folder, in use as long as its owner holds a file in it open. The operating system gives that
/// file back however the owner ends. So the next owner can tell, and removes what a killed one has left: unlike a process
/// id, a held file means the same after a restart, for other users and in containers that share the temporary folder.
/// </summary>
internal sealed class HeldFolder : IDisposable
{
    private const string Prefix = "lab-";
    private const string InUse = "in-use";

    // A folder that is younger may not be held yet.
    private static readonly TimeSpan _settleTime = TimeSpan.FromMinutes(1);

    private readonly SafeFileHandle _file;

    private HeldFolder(string path)
    {
        Path = path;
        _file = Hold(path, FileMode.CreateNew);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes a new one, and removes those whose owners have ended without doing so.</summary>
    /// <exception cref="IOException">The temporary folder is full, read-only, or not there.</exception>
    public static HeldFolder Create()
    {
        var held = new HeldFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        var others = Settled().ToList();
        // Not every file system, say on a network, knows held files: where this one's own seems free, nothing is certain.
        if (others.Count > 0 && !IsAbandoned(held.Path))
            others.Where(IsAbandoned).ToList().ForEach(Remove);
        return held;
    }

    /// <summary>Removes it.</summary>
    public void Dispose()
    {
        _file.Dispose();
        Remove(Path);
    }

    private static IEnumerable<string> Settled() =>
        new DirectoryInfo(System.IO.Path.GetTempPath())
            .EnumerateDirectories(Prefix + "*", new EnumerationOptions { IgnoreInaccessible = true })
            .Where(folder => folder.LastWriteTimeUtc < DateTime.UtcNow - _settleTime && folder.LinkTarget is null)
            .Select(folder => folder.FullName);

    private static SafeFileHandle Hold(string folder, FileMode mode) =>
        File.OpenHandle(System.IO.Path.Combine(folder, InUse), mode, FileAccess.ReadWrite, FileShare.None);

    private static bool IsAbandoned(string folder)
    {
        try
        {
            using var free = Hold(folder, FileMode.Open);
            return true;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            // Held by its owner, or somebody else's, or none of ours: there is no such file in it.
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            // First what may still be locked, by a program that has not ended yet: without its mark nobody would come back.
            foreach (var inner in Directory.EnumerateDirectories(folder))
                Directory.Delete(inner, recursive: true);
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // On Windows a file stays locked until its process is really gone: one of the next runs removes it.
        }
    }
}
