using System.Text;
using Lab.Build.Texts;

namespace Lab.Build.Teaching;

/// <summary>A file that a teacher gives or names. Whatever is wrong with it becomes a sentence.</summary>
public static class TeachersFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException(new FileRefusal.Missing(path));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedException(new FileRefusal.Unreadable(path, denied.Message));
        }
    }

    /// <summary>Writes a file that is not there yet.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public static void Create(string path, string text) =>
        Write(
            path,
            () =>
            {
                using var file = new FileStream(path, FileMode.CreateNew);
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        );

    /// <summary>Writes a file or a folder.</summary>
    /// <param name="path">The file, as the user typed it.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    internal static void Write(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusedException(new FileRefusal.Unwritable(path, denied.Message));
        }
    }
}

/// <summary>The reason why a teacher's file cannot be used.</summary>
public abstract record FileRefusal : Refusal.ForTeachers
{
    private FileRefusal() { }

    /// <summary>There is no such file.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    public sealed record Missing(string File) : FileRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoSuchFile(File);
    }

    /// <summary>The file cannot be read.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Why">The operating system's message.</param>
    public sealed record Unreadable(string File, string Why) : FileRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.FileNotRead(File, Why);
    }

    /// <summary>The file cannot be written.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Why">The operating system's message.</param>
    public sealed record Unwritable(string File, string Why) : FileRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.FileNotWritten(File, Why);
    }
}
