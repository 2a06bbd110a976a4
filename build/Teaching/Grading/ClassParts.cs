using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Teaching.Grading;

/// <summary>The parts of a class that several machines have graded.</summary>
internal sealed class ClassParts
{
    private readonly List<(ClassFolder Folder, ClassRecord Record)> _parts;

    /// <summary>Reads the parts.</summary>
    /// <param name="folders">Their folders.</param>
    /// <exception cref="RefusedException">They are not all the parts of one class, each once.</exception>
    public ClassParts(IReadOnlyList<string> folders)
    {
        if (folders.Count == 0)
            throw new RefusedException(new GradeRefusal.NoParts());
        _parts = [.. folders.Select(path => new ClassFolder(path)).Select(folder => (folder, folder.ReadClass()))];
        foreach (var (folder, record) in _parts.Skip(1))
            if (Common(record) != Common(_parts[0].Record) || !HasSameRule(folder, _parts[0].Folder))
                throw new RefusedException(new GradeRefusal.PartsDiffer(_parts[0].Folder.Path, folder.Path));
        DemandEachOnce();
    }

    /// <summary>The folder of one of the parts. All have the same rule.</summary>
    public ClassFolder First => _parts[0].Folder;

    /// <summary>Copies all parts into the folder of the whole class.</summary>
    /// <param name="whole">The folder of the whole class.</param>
    /// <param name="end">Gives up.</param>
    /// <exception cref="RefusedException">It is the folder of one of the parts.</exception>
    public void CopyTo(ClassFolder whole, CancellationToken end)
    {
        if (_parts.Exists(part => Path.GetFullPath(part.Folder.Path) == Path.GetFullPath(whole.Path)))
            throw new RefusedException(new GradeRefusal.PartIsWhole(whole.Path));
        whole.Write(Common(_parts[0].Record));
        foreach (var (folder, record) in _parts)
        foreach (var student in record.Graded)
        {
            end.ThrowIfCancellationRequested();
            Copy(folder, whole, student);
        }
    }

    private static ClassRecord Common(ClassRecord record) => record with { Shard = Shard.Whole };

    private static bool HasSameRule(ClassFolder one, ClassFolder other) =>
        File.ReadAllBytes(one.At(ClassFolder.RuleFile))
            .SequenceEqual(File.ReadAllBytes(other.At(ClassFolder.RuleFile)));

    private void DemandEachOnce()
    {
        var count = _parts[0].Record.Shard.Count;
        if (_parts.Find(part => part.Record.Shard.Count != count) is { Folder: { } other })
            throw new RefusedException(new GradeRefusal.PartsDiffer(First.Path, other.Path));
        foreach (var same in _parts.GroupBy(part => part.Record.Shard).Where(same => same.Count() > 1))
            throw new RefusedException(new GradeRefusal.PartTwice(same.First().Folder.Path, same.Last().Folder.Path));
        var missing = Enumerable
            .Range(1, count)
            .Select(number => new Shard(number, count))
            .Except(_parts.Select(part => part.Record.Shard))
            .ToList();
        if (missing.Count > 0)
            throw new RefusedException(new GradeRefusal.PartsMissing([.. missing.Select(shard => $"{shard}")]));
    }

    // Only what the kit itself has written is copied: a program that was built may have left anything else.
    private static void Copy(ClassFolder from, ClassFolder to, Student student)
    {
        var work = from.ReadWork(student);
        to.Write(student, work);
        foreach (var program in work?.Programs ?? [])
        {
            to.RemoveResult(student, program.Exercise);
            if (from.ReadResult(student, program.Exercise) is { } result)
                to.Write(student, result);
            foreach (var file in program.Files)
                CopyFile(from.FileOf(student, program.Exercise, file), to.FileOf(student, program.Exercise, file));
        }
    }

    private static void CopyFile(string from, string to)
    {
        if (new FileInfo(from) is { Exists: true, LinkTarget: null })
            ClassFolder.Write(to, File.ReadAllBytes(from));
    }
}
