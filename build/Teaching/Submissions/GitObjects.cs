using LibGit2Sharp;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The objects of a submitted repository, in an empty repository of the kit's own.</summary>
/// <remarks>
/// The submission's configuration, hooks and references to other places are not in it, so that there is nothing to obey.
/// Nothing is checked out.
/// </remarks>
internal sealed class GitObjects : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lab-git-");
    private readonly SubmissionLimits _limits;
    private readonly Budget _entries;
    private readonly Repository _repository;

    /// <summary>Brings the objects of a repository in.</summary>
    /// <exception cref="TooLargeException">There are more bytes than the kit reads.</exception>
    public GitObjects(GitFolder git, SubmissionLimits limits)
    {
        (_limits, _entries) = (limits, new Budget(limits.EntriesOfHistory));
        try
        {
            Repository.Init(_folder.FullName, isBare: true);
            var budget = new Budget(limits.UnpackedBytes);
            foreach (var (path, file) in git.Objects())
                Bring(file, Path.Combine(_folder.FullName, path), budget);
            _repository = new Repository(_folder.FullName);
        }
        catch
        {
            _folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>A commit. Null if it is not there, as in a shallow clone, or if it is something else.</summary>
    /// <exception cref="TooLargeException">It is larger than the kit reads.</exception>
    public Commit? CommitNamed(string hash)
    {
        var id = new ObjectId(hash);
        if (!_repository.ObjectDatabase.Contains(id))
            return null;
        RefuseLarge(id);
        return _repository.Lookup<Commit>(id);
    }

    /// <summary>The files of a folder in a commit.</summary>
    /// <param name="tree">The hash of the commit's top folder.</param>
    /// <param name="folder">The path of the folder, with a slash at its end; empty for the top.</param>
    /// <exception cref="TooLargeException">There are more than the kit reads.</exception>
    public IReadOnlyList<TreeFile> Files(string tree, string folder = "")
    {
        var at = folder
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate((string?)tree, (outer, name) => outer is null ? null : FolderIn(outer, name));
        return at is null ? [] : [.. Files(at, folder, new Budget(_limits.Entries))];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _repository.Dispose();
        _folder.Delete(recursive: true);
    }

    private string? FolderIn(string tree, string name) =>
        EntriesOf(tree).FirstOrDefault(entry => entry.Name == name && entry.Mode == Mode.Directory)?.Target.Sha;

    private IEnumerable<TreeFile> Files(string tree, string prefix, Budget budget)
    {
        foreach (var entry in EntriesOf(tree))
        {
            budget.Take(1);
            var path = prefix + entry.Name;
            if (!TreePath.IsSafe(path))
                continue;
            if (entry.Mode != Mode.Directory)
                yield return FileOf(entry, path);
            else
                foreach (var inner in Files(entry.Target.Sha, path + "/", budget))
                    yield return inner;
        }
    }

    private TreeFile FileOf(TreeEntry entry, string path)
    {
        var id = entry.Target.Id;
        return new(
            path,
            entry.Mode is Mode.NonExecutableFile or Mode.NonExecutableGroupWritableFile or Mode.ExecutableFile,
            () => _repository.ObjectDatabase.RetrieveObjectMetadata(id).Size,
            () => (_repository.Lookup<Blob>(id) ?? throw new DamagedException()).GetContentStream()
        )
        {
            Content = id.Sha,
        };
    }

    private IEnumerable<TreeEntry> EntriesOf(string tree)
    {
        var id = new ObjectId(tree);
        RefuseLarge(id);
        foreach (var entry in _repository.Lookup<Tree>(id) ?? throw new DamagedException())
        {
            _entries.Take(1);
            yield return entry;
        }
    }

    // Git's library reads an object as a whole. Its header alone says how large it is.
    private void RefuseLarge(ObjectId id)
    {
        if (_repository.ObjectDatabase.RetrieveObjectMetadata(id).Size > _limits.ObjectBytes)
            throw new TooLargeException();
    }

    // A link to a large pack is made at once. Windows may not allow links.
    private static void Bring(TreeFile file, string to, Budget budget)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (file.OnDisk is { } path && TryLink(to, path))
            return;
        using var source = file.Open();
        using var copy = new FileStream(to, FileMode.CreateNew);
        Bounded.Copy(source, copy, budget);
    }

    private static bool TryLink(string to, string path)
    {
        try
        {
            File.CreateSymbolicLink(to, path);
            return true;
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
