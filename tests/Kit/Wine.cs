using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CliWrap;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The result of a Windows program.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output and standard error.</param>
internal sealed record WineRun(int ExitCode, string Output);

/// <summary>
/// A Windows of its own, by wine: a fresh prefix, .NET for Windows from the registry's packages, and a copy of the kit
/// in a folder whose name has blanks and accented letters. Everything that runs in it ends with it.
/// </summary>
internal sealed class Wine : IAsyncDisposable
{
    // The environment variable that marks every process of this Windows.
    private const string Variable = "LAB_TEST";

    private const int MostSeconds = 170;
    private const string Package = "microsoft.netcore.app";

    // A new apphost contains this text in place of the assembly's name (Microsoft.NET.HostModel, HostWriter).
    private const string AssemblyPlace = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2";

    private static readonly Lazy<Task<Wine>> _shared = new(Start);
    private static readonly string _version = Environment.Version.ToString(3);

    private readonly TemporaryFolder _folder = new();
    private readonly string _key = $"test-{Guid.NewGuid():N}";
    private string _packages = "";
    private int _runs;

    /// <summary>A folder for the files of a test.</summary>
    public string Folder => _folder.Path;

    /// <summary>The copy of the kit.</summary>
    public string Kit => Path.Combine(Folder, "mi práctica nº 1");

    /// <summary>The kit's host in that copy.</summary>
    public string Host => Path.Combine(Kit, ".lab/artifacts/bin/Build/debug/Build.exe");

    private string DotnetRoot => Path.Combine(Folder, "Program Files", "dotnet");

    private string Compiled => Path.Combine(Folder, "compiled");

    private string Prefix => Path.Combine(Folder, "prefix");

    /// <summary>The Windows that all tests share. They are skipped if there is no wine.</summary>
    public static async Task<Wine> Shared()
    {
        if (!OperatingSystem.IsLinux() || Machine.Find("wine") is null)
            Assert.Ignore("wine is not installed");
        return await _shared.Value;
    }

    /// <summary>Ends the shared Windows, if a test has used it.</summary>
    public static async Task End()
    {
        if (_shared.IsValueCreated)
            await (await _shared.Value).DisposeAsync();
    }

    private static async Task<Wine> Start()
    {
        var wine = new Wine();
        await Task.WhenAll(wine.Boot(), wine.InstallDotnet());
        await wine.CopyKit();
        return wine;
    }

    /// <summary>A path in the form of Windows programs. Wine shows the whole machine as drive Z.</summary>
    public static string Name(string path) => "Z:" + path.Replace('/', '\\');

    /// <summary>Compiles a program. The result is the same on every system.</summary>
    /// <returns>The assembly.</returns>
    public async Task<string> Compile(string source, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, $"{name}-{Guid.NewGuid():N}")).FullName;
        var (assembly, errors) = await Compiler.Compile([source], name, folder, CancellationToken.None);
        Assert.That(errors, Is.Empty);
        return assembly;
    }

    /// <summary>
    /// Compiles a program in advance, so that the kit on Windows finds it instead of calling the compiler.
    /// </summary>
    public async Task CompileAhead(string source)
    {
        var hash = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(source)));
        var assembly = await Compile(source, Path.GetFileNameWithoutExtension(source));
        Directory.CreateDirectory(Compiled);
        foreach (var kind in new[] { ".dll", ".pdb" })
            File.Copy(Path.ChangeExtension(assembly, kind), Path.Combine(Compiled, hash + kind), overwrite: true);
    }

    /// <summary>Creates a Windows program that starts an assembly, as a build does.</summary>
    /// <returns>The path of the program. It is in the assembly's folder unless another one is given.</returns>
    public string MakeExe(string assembly, string? exe = null)
    {
        exe ??= Path.ChangeExtension(assembly, ".exe");
        var host = Path.Combine(_packages, $"{Package}.host.win-x64", _version, "runtimes/win-x64/native/apphost.exe");
        var bytes = File.ReadAllBytes(host);
        var place = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(AssemblyPlace));
        var name = new byte[AssemblyPlace.Length];
        Encoding.UTF8.GetBytes(Path.GetFileName(assembly), name);
        name.CopyTo(bytes, place);
        File.WriteAllBytes(exe, bytes);
        return exe;
    }

    /// <summary>Runs a Windows program, or a command of wine, until it ends.</summary>
    public async Task<WineRun> Run(
        string file,
        IEnumerable<string> arguments,
        string? folder = null,
        params (string Name, string? Value)[] more
    )
    {
        // The output goes to a file, because background processes of wine would keep a pipe open.
        var output = Path.Combine(Folder, $"output-{Interlocked.Increment(ref _runs)}.txt");
        var run = await Unix(
            "sh",
            [
                "-c",
                "exec timeout -k 5 \"$@\" > \"$OUTPUT\" 2>&1 < /dev/null",
                "sh",
                $"{MostSeconds}",
                file,
                .. arguments,
            ],
            folder,
            [("OUTPUT", output), .. more]
        );
        return new(run, File.Exists(output) ? await File.ReadAllTextAsync(output) : "");
    }

    /// <summary>Ends this Windows.</summary>
    public async ValueTask DisposeAsync()
    {
        await Unix("wineserver", ["-k"]);
        await Unix("wineserver", ["-w"]);
        for (var round = 0; round < 10; round++)
        {
            foreach (var id in await Leftovers.Find(_key, Variable))
                await Unix("kill", ["-9", $"{id}"]);
        }
        // Drive Z is a link to the whole machine, and must not be deleted with the folder.
        foreach (var drive in Directory.EnumerateFileSystemEntries(Path.Combine(Prefix, "dosdevices")))
            File.Delete(drive);
        _folder.Dispose();
    }

    private async Task Boot()
    {
        var boot = await Run("wineboot", ["-i"]);
        Assert.That(boot.ExitCode, Is.Zero, boot.Output);
        // The wine server stays until the end, together with the services that the first program has started.
        await Run("wineserver", ["-p"]);
        // A program that crashes must end at once, without wine's debugger.
        var key = @"HKLM\Software\Microsoft\Windows NT\CurrentVersion\AeDebug";
        await Run("wine", ["reg", "add", key, "/v", "Debugger", "/d", "", "/f"]);
    }

    private async Task InstallDotnet()
    {
        var project = _folder.Write(
            "packages/packages.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageDownload Include="{Package}.runtime.win-x64" Version="[{_version}]" />
                <PackageDownload Include="{Package}.host.win-x64" Version="[{_version}]" />
              </ItemGroup>
            </Project>
            """
        );
        var restored = await Run(Compiler.Dotnet, ["restore", project, "-v:quiet"]);
        if (restored.ExitCode != 0)
            Assert.Ignore($"the packages of .NET {_version} for Windows are not to be had: {restored.Output}");
        var assets = Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(assets));
        _packages = json.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        var runtime = Path.Combine(_packages, $"{Package}.runtime.win-x64", _version, "runtimes", "win-x64");
        CopyFiles(Path.Combine(runtime, "lib", "net10.0"), "shared", "Microsoft.NETCore.App", _version);
        CopyFiles(Path.Combine(runtime, "native"), "shared", "Microsoft.NETCore.App", _version);
        CopyFiles(Path.Combine(runtime, "native"), "host", "fxr", _version);
        Directory.CreateDirectory(Path.Combine(DotnetRoot, "packs/Microsoft.NETCore.App.Ref", _version, "ref/net10.0"));
        await InstallStandIn("Csc.cs", Path.Combine("sdk", _version, "Roslyn", "bincore", "csc"));
        MakeExe(await InstallStandIn("Dotnet.cs", "dotnet"));
    }

    private async Task<string> InstallStandIn(string source, string name)
    {
        var path = Path.Combine(KitFolder.Root, "tests", "Programs", "Wine", source);
        var assembly = await Compile(path, Path.GetFileName(name));
        var target = Path.Combine(DotnetRoot, name + ".dll");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        foreach (var kind in new[] { ".dll", ".runtimeconfig.json" })
            File.Copy(Path.ChangeExtension(assembly, kind), Path.ChangeExtension(target, kind));
        return target;
    }

    private void CopyFiles(string from, params string[] to)
    {
        var target = Directory.CreateDirectory(Path.Combine([DotnetRoot, .. to])).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    private async Task CopyKit()
    {
        Directory.CreateDirectory(Kit);
        string[] parts =
        [
            "lab.sln",
            "global.json",
            "Directory.Build.props",
            "build",
            "solutions",
            "tests",
            ".lab/artifacts/bin/Build/debug",
        ];
        // The copies keep their times, because the host compares them.
        var copied = await Unix("cp", ["-a", "--parents", .. parts, Kit], KitFolder.Root);
        Assert.That(copied, Is.Zero);
        MakeExe(Path.ChangeExtension(Host, ".dll"));
    }

    private IEnumerable<(string Name, string? Value)> Settings() =>
        [
            (Variable, _key),
            ("WINEPREFIX", Prefix),
            ("WINEDEBUG", "-all"),
            ("DOTNET_ROOT", Name(DotnetRoot)),
            ("COMPILED", Name(Compiled)),
            // Mapping memory twice makes the runtime fail under wine (0x80131506).
            ("DOTNET_EnableWriteXorExecute", "0"),
        ];

    private async Task<int> Unix(
        string file,
        IEnumerable<string> arguments,
        string? folder = null,
        params (string Name, string? Value)[] more
    )
    {
        // A dotnet that runs outside wine must not look for the files of Windows.
        var forWindows = file != "sh" || !arguments.Contains(Compiler.Dotnet);
        var settings = Settings().Where(pair => forWindows || pair.Name != "DOTNET_ROOT");
        var run = await Cli.Wrap(file)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder ?? Folder)
            .WithEnvironmentVariables(
                settings.Append(("LC_ALL", "C.UTF-8")).Concat(more).ToDictionary(pair => pair.Item1, pair => pair.Item2)
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return run.ExitCode;
    }
}

/// <summary>Ends the things that tests share, after the last test.</summary>
[SetUpFixture]
public sealed class SharedWine
{
    [OneTimeTearDown]
    public static Task End() => Wine.End();
}
