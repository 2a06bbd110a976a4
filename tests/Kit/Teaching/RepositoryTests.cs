using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Tests of a class with one repository.</summary>
public abstract class RepositoryTests
{
    private protected static readonly string Client = ClassFolder.KitPath(Exercise.Client);

    /// <summary>The class.</summary>
    private protected ClassFolder Class { get; private set; } = null!;

    /// <summary>The repository of <c>ana</c>.</summary>
    private protected Repository Repository { get; private set; } = null!;

    [SetUp]
    public async Task CreateRepository()
    {
        Class = new();
        Repository = await Class.Repository("ana");
    }

    [TearDown]
    public void RemoveClass() => Class.Dispose();

    /// <summary>A time.</summary>
    /// <param name="minutes">The minutes after the deadline.</param>
    private protected static DateTimeOffset At(int minutes) => ClassFolder.Deadline.AddMinutes(minutes);

    /// <summary>Commits a client.</summary>
    /// <param name="client">Its text.</param>
    /// <param name="minutes">The minutes after the deadline.</param>
    private protected Task<string> Commit(string client, int minutes)
    {
        Repository.Write(Client, client);
        return Repository.CommitAt(At(minutes));
    }
}
