using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests build.cmd under wine's cmd, with a stand-in for dotnet that records its calls.</summary>
/// <remarks>
/// The stand-in takes the place of the kit's own dotnet, because wine's <c>where</c> command does nothing, and its cmd
/// may run the command after || in any case.
/// </remarks>
[All]
[NonParallelizable]
public sealed class BuildCmdTests
{
    private const string Host = @".lab\windows\Build.dll";

    private static Wine _wine = null!;
    private static string _tools = "";

    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public static async Task StartWine()
    {
        _wine = await Wine.Shared();
        var source = Path.Combine(KitFolder.Root, "tests", "Programs", "Wine", "Recorder.cs");
        var recorder = await _wine.Compile(source, "Recorder");
        _tools = Path.GetDirectoryName(recorder)!;
        _wine.MakeExe(recorder, Path.Combine(_tools, "dotnet.exe"));
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task A_host_that_is_there_does_the_work(int code)
    {
        var (run, calls) = await Script(withHost: true, ["--target=Ex1", "--program=mis cosas.cs"], $"{code} done");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(code), run.Output);
            Assert.That(calls, Is.EqualTo([$"[{InKit(Host)}] [--target=Ex1] [--program=mis cosas.cs]"]));
            Assert.That(run.Output.Trim(), Is.EqualTo("done"), "not a word of its own");
        }
    }

    [Test]
    public async Task A_missing_host_is_built_first()
    {
        var (run, calls) = await Script(withHost: false, ["--target=Ex1"], "0 10.0.100", "0 built", "1 done");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
        Assert.That(calls, Is.EqualTo(["[--version]", Building, $"[{InKit(Host)}] [--target=Ex1] (just built)"]));
    }

    [Test]
    public async Task A_stale_host_is_built_again_and_runs()
    {
        var stale = $"{Build.Freshness.StaleExitCode} stale";
        var (run, calls) = await Script(withHost: true, ["--target=Ex1"], stale, "0 10.0.100", "0 built", "0 done");

        var call = $"[{InKit(Host)}] [--target=Ex1]";
        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(calls, Is.EqualTo([call, "[--version]", Building, call + " (just built)"]));
    }

    [Test]
    public async Task A_registry_without_Cake_Frosting_gets_the_stand_in()
    {
        var (run, calls) = await Script(
            withHost: false,
            ["--target=Ex1"],
            "0 10.0.100",
            "1 error NU1101: Unable to find package Cake.Frosting",
            "0 built",
            "0 done"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(run.Output, Does.Contain("lacks Cake.Frosting: using the kit's stand-in for it"));
            Assert.That(calls.Count(call => call == Building), Is.EqualTo(2));
            Assert.That(
                File.ReadAllText(Path.Combine(Kit, ".lab", "standins.props")).Trim(),
                Is.EqualTo("<Project><PropertyGroup><UseStandIns>true</UseStandIns></PropertyGroup></Project>")
            );
        }
    }

    [TestCase("error CS1002")]
    [TestCase("error NU1101: Unable to find package NUnit")]
    public async Task A_build_that_fails_is_shown_and_nobody_is_blamed(string error)
    {
        var (run, calls) = await Script(withHost: false, ["--target=Ex1"], "0 10.0.100", $"1 {error}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.Output);
            Assert.That(run.Output, Does.Contain(error).And.Contain("Your program is not to blame."));
            Assert.That(calls, Has.Length.EqualTo(2), "the host is not run");
        }
    }

    private string Kit => Path.Combine(_folder.Path, "mi kit 1");

    private string Building => $"[build] [{InKit(@"build\Build.csproj")}] [-nologo] [-v:quiet] [-nodeReuse:false]";

    private string InKit(string path) => Wine.Name(Kit) + '\\' + path;

    private async Task<(WineRun Run, string[] Calls)> Script(bool withHost, string[] arguments, params string[] answers)
    {
        Directory.CreateDirectory(Kit);
        File.Copy(Path.Combine(KitFolder.Root, "build.cmd"), Path.Combine(Kit, "build.cmd"));
        var dotnet = Directory.CreateDirectory(Path.Combine(Kit, ".dotnet")).FullName;
        foreach (var file in Directory.EnumerateFiles(_tools))
            File.Copy(file, Path.Combine(dotnet, Path.GetFileName(file)));
        if (withHost)
            _folder.Write(Path.Combine("mi kit 1", Host.Replace('\\', '/')), "");
        var calls = Path.Combine(_folder.Path, "calls.txt");
        var run = await _wine.Run(
            "wine",
            ["cmd", "/c", "build.cmd", .. arguments],
            Kit,
            ("CALLS", Wine.Name(calls)),
            ("ANSWERS", Wine.Name(_folder.Write("answers.txt", string.Join("\n", answers))))
        );
        return (run, File.Exists(calls) ? await File.ReadAllLinesAsync(calls) : []);
    }
}
