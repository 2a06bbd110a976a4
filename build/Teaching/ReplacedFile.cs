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
        Do(() => File.WriteAllBytes(_part, []));
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="RefusedException">There is no room, or the older file cannot be replaced.</exception>
    public void Complete(byte[] content) =>
        Do(() =>
        {
            File.WriteAllBytes(_part, content);
            File.Move(_part, _path, overwrite: true);
        });

    /// <summary>Removes what is not complete.</summary>
    public void Dispose() => File.Delete(_part);

    private void Do(Action write)
    {
        try
        {
            write();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal.HandoutNotWritten(_path, denied.Message));
        }
    }
}
