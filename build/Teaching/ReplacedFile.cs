namespace Lab.Build.Teaching;

/// <summary>A file that is written beside an older one, and takes its place when it is complete.</summary>
internal sealed class ReplacedFile : IDisposable
{
    private readonly string _path;
    private readonly string _part;

    /// <summary>Shows at once whether the file can be written.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <exception cref="RefusedException">It cannot be written there.</exception>
    public ReplacedFile(string path)
    {
        (_path, _part) = (path, path + ".part");
        TeachersFile.Write(_path, () => File.WriteAllBytes(_part, []));
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="RefusedException">There is no room, or the older file cannot be replaced.</exception>
    public void Complete(byte[] content) =>
        TeachersFile.Write(
            _path,
            () =>
            {
                using (var part = new FileStream(_part, FileMode.Create))
                {
                    part.Write(content);
                    // Without it a power failure may leave an empty file in place of the older one.
                    part.Flush(flushToDisk: true);
                }
                File.Move(_part, _path, overwrite: true);
            }
        );

    /// <summary>Removes what is not complete.</summary>
    public void Dispose() => File.Delete(_part);
}
