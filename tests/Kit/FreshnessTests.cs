using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The host is built again when its sources have changed, and only then.</summary>
public sealed class FreshnessTests
{
    private static readonly DateTime _built = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _kit = new();

    [SetUp]
    public void MakeKit()
    {
        string[] files =
        [
            "build/Program.cs",
            "build/Build.csproj",
            "build/Texts/English.cs",
            "tests/Harness/Timeline.cs",
            "tests/Hook/StartupHook.cs",
            "tests/Scenarios/Ex1Client.cs",
            "tests/Kit/HostTests.cs",
            "Directory.Packages.props",
            "global.json",
        ];
        foreach (var file in files)
            _kit.Write(file, "");
        foreach (var entry in Directory.EnumerateFileSystemEntries(_kit.Path, "*", SearchOption.AllDirectories))
            SetTime(entry, _built.AddDays(-1));
    }

    [TearDown]
    public void RemoveKit() => _kit.Dispose();

    [Test]
    public void Unchanged_sources_are_fresh() => Assert.That(Freshness.IsStale(_kit.Path, _built), Is.False);

    [TestCase("build/Program.cs")]
    [TestCase("build/Texts/English.cs")]
    [TestCase("tests/Harness/Timeline.cs")]
    [TestCase("tests/Hook/StartupHook.cs")]
    [TestCase("tests/Scenarios/Ex1Client.cs")]
    [TestCase("build/Build.csproj")]
    [TestCase("Directory.Packages.props")]
    [TestCase("global.json")]
    public void A_changed_source_is_stale(string file)
    {
        SetTime(Path.Combine(_kit.Path, file), _built.AddSeconds(1));

        Assert.That(Freshness.IsStale(_kit.Path, _built));
    }

    [Test]
    public void A_removed_source_is_stale()
    {
        File.Delete(Path.Combine(_kit.Path, "build/Texts/English.cs"));

        Assert.That(Freshness.IsStale(_kit.Path, _built));
    }

    [Test]
    public void The_kits_own_tests_are_no_part_of_the_host()
    {
        SetTime(Path.Combine(_kit.Path, "tests/Kit/HostTests.cs"), _built.AddSeconds(1));

        Assert.That(Freshness.IsStale(_kit.Path, _built), Is.False);
    }

    private static void SetTime(string path, DateTime time)
    {
        if (Directory.Exists(path))
            Directory.SetLastWriteTimeUtc(path, time);
        else
            File.SetLastWriteTimeUtc(path, time);
    }
}
