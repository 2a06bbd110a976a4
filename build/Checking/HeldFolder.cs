using Microsoft.Win32.SafeHandles;

namespace Lab.Build.Checking;

/// <summary>
/// A folder in the temporary folder. It is in use as long as its owner holds a file in it open. The operating system
/// releases this file in whatever way the owner ends. So the next owner can tell, and removes the folder of a killed
/// one. Unlike a process id, a held file means the same after a restart, for other users and in containers that share
/// the temporary folder.
/// </summary>
internal sealed class HeldFolder : IDisposable
{
    private const string Prefix = "lab-";
    private const string InUse = "in-use";

    // The owner of a younger folder may not hold its file yet.
    private static readonly TimeSpan _settleTime = TimeSpan.FromMinutes(1);

    private readonly SafeFileHandle _file;

    private HeldFolder(string path)
    {
        Path = path;
        _file = Hold(path, FileMode.CreateNew);
    }

    /// <summary>The path of the folder.</summary>
    public string Path { get; }

    /// <summary>Creates a folder, and removes folders that their owners have left behind.</summary>
    /// <exception cref="IOException">The temporary folder is full, read-only, or not there.</exception>
    public static HeldFolder Create()
    {
        var held = new HeldFolder(Directory.CreateTempSubdirectory(Prefix).FullName);
        var others = Settled().ToList();
        // Some file systems, for example on a network, do not support held files. If this owner's own file seems free,
        // nothing is certain and nothing is removed.
        if (others.Count > 0 && !IsAbandoned(held.Path))
            others.Where(IsAbandoned).ToList().ForEach(Remove);
        return held;
    }

    /// <summary>Removes the folder.</summary>
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
            // The folder is in use, or belongs to another user, or is not one of the kit's because it has no such file.
            return false;
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            // The inner folders come first: a program that has not ended yet may lock them, and without its mark the
            // outer folder would never be removed.
            foreach (var inner in Directory.EnumerateDirectories(folder))
                Directory.Delete(inner, recursive: true);
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // A file on Windows stays locked until its process has really ended. One of the next runs removes the
            // folder.
        }
    }
}
