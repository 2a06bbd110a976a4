using System.Diagnostics;
using Lab.Build;
using Lab.Build.Checking;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// A host removes the folders that killed hosts have left in the temporary folder, and keeps those that are in use.
/// </summary>
public sealed class WorkspaceTests
{
    private static readonly TimeSpan _bound = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _temporary = new();

    [TearDown]
    public void RemoveFolder() => _temporary.Dispose();

    [Test]
    public async Task The_folder_of_a_killed_host_is_removed_by_the_next_run_and_that_of_a_living_one_is_not()
    {
        // The program waits for its default timeout of five minutes.
        using var host = Start("--target=Ex1", "--solution", "--full");
        await Checking(host);
        var folder = Folders.Single();

        Age(folder);
        await NextRun();
        Assert.That(Folders, Is.EqualTo([folder]), "its host lives");

        host.Kill(entireProcessTree: true);
        await host.WaitForExitAsync();
        Assert.That(Folders, Is.EqualTo([folder]), "nobody has removed it");

        Age(folder);
        await NextRun();
        Assert.That(Folders, Is.Empty);
    }

    [Test]
    public async Task A_folder_that_is_not_the_kits_is_left_alone()
    {
        var file = _temporary.Write("lab-report/text.txt", "mine");
        Age(Path.GetDirectoryName(file)!);

        await NextRun();

        Assert.That(file, Does.Exist);
    }

    private IEnumerable<string> Folders => Directory.EnumerateDirectories(_temporary.Path, "lab-*");

    private static async Task Checking(Process host)
    {
        using var bound = new CancellationTokenSource(_bound);
        while (await host.StandardOutput.ReadLineAsync(bound.Token) is { } line)
        {
            if (line.StartsWith("checking", StringComparison.Ordinal))
                return;
        }
        Assert.Fail("It ended before it had begun to check.");
    }

    private static void Age(string folder) => Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow.AddHours(-1));

    private async Task NextRun()
    {
        using var host = Start("--target=Ex1");
        using var bound = new CancellationTokenSource(_bound);
        await host.StandardOutput.ReadToEndAsync(bound.Token);
        await host.WaitForExitAsync(bound.Token);
        Assert.That(host.ExitCode, Is.EqualTo(1), "an answer");
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Compiler.Dotnet, [Host.Assembly, .. arguments])
        {
            WorkingDirectory = KitFolder.Root,
            RedirectStandardOutput = true,
        };
        foreach (var variable in new[] { "TMPDIR", "TMP" })
            start.Environment[variable] = _temporary.Path;
        return Process.Start(start)!;
    }
}
