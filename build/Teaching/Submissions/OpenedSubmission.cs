using System.IO.Compression;

namespace Lab.Build.Teaching.Submissions;

/// <summary>A submission whose files can be read. Archives are looked into, and not unpacked.</summary>
internal sealed class OpenedSubmission : IDisposable
{
    // A folder of Moodle holds an archive, and students put archives into archives.
    private const int MostWrappings = 3;

    private readonly Stack<IDisposable> _open = [];
    private readonly SubmissionLimits _limits;

    /// <summary>Opens a submission.</summary>
    /// <exception cref="TooLargeException">It is larger than the kit reads.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public OpenedSubmission(string path, SubmissionLimits limits)
    {
        _limits = limits;
        try
        {
            Form = Directory.Exists(path) ? SubmissionForm.Folder : SubmissionForm.Zip;
            Files = Form == SubmissionForm.Folder ? FolderFiles.In(path, limits) : Unzip(File.OpenRead(path));
            for (var left = MostWrappings; left > 0 && OnlyZip is { } inner; left--)
                (Form, Files) = (SubmissionForm.Zip, Unzip(Seekable(inner)));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The form of the innermost wrapping.</summary>
    public SubmissionForm Form { get; private set; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<TreeFile> Files { get; private set; }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_open.TryPop(out var one))
            one.Dispose();
    }

    // Finder adds hidden files to each archive.
    private TreeFile? OnlyZip =>
        Files.Where(file => !file.Name.StartsWith('.')).Take(2).ToList() is [{ IsRegular: true } only]
        && Submission.IsZip(only.Name)
            ? only
            : null;

    private IReadOnlyList<TreeFile> Unzip(Stream stream)
    {
        _open.Push(stream);
        var archive = ZipFiles.Open(stream, _limits);
        _open.Push(archive);
        return ZipFiles.In(archive, _limits);
    }

    // The directory of an archive is at its end.
    private FileStream Seekable(TreeFile file)
    {
        if (file.OnDisk is { } path)
            return File.OpenRead(path);
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            }
        );
        _open.Push(copy);
        using var stream = file.Open();
        Bounded.Copy(stream, copy, new Budget(_limits.UnpackedBytes));
        return copy;
    }
}

/// <summary>Copies as much as a limit allows, whatever length the source claims.</summary>
internal static class Bounded
{
    private const int Piece = 1 << 16;

    /// <summary>Copies all bytes.</summary>
    /// <exception cref="TooLargeException">There are more bytes than the budget has.</exception>
    public static void Copy(Stream from, Stream to, Budget budget)
    {
        var piece = new byte[Piece];
        while (from.Read(piece) is var count and > 0)
        {
            budget.Take(count);
            to.Write(piece, 0, count);
        }
    }
}
