using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using Lab.Build;
using NUnit.Framework;
using NUnit.Framework.Legacy;

namespace Lab.Kit.Tests;

/// <summary>The kit's code that a check uses is compiled ahead if the compiler for that is available.</summary>
public sealed class AheadTests
{
    [TestCase("Build")]
    [TestCase("Lab.Harness")]
    [TestCase("Lab.Scenarios")]
    [TestCase("Lab.Hook")]
    [TestCase("Cake.Core")]
    [TestCase("Cake.Frosting")]
    [TestCase("CliWrap")]
    [TestCase("Spectre.Console.Cli")]
    [TestCase("nunit.framework")]
    public void It_holds_machine_code(string assembly)
    {
        if (!IsCompilerThere)
            Assert.Ignore($"The package registry has no {Compiler}.");
        var file = Path.Combine(Path.GetDirectoryName(Host.Assembly)!, assembly + ".dll");

        using var image = new PEReader(File.OpenRead(file));

        Assert.That(image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size, Is.Positive);
    }

    [TestCase("")]
    [TestCase("/")]
    public async Task The_compiler_is_found_wherever_NuGet_keeps_packages(string end)
    {
        if (!IsCompilerThere)
            Assert.Ignore($"The package registry has no {Compiler}.");

        var folder = await Msbuild.Run(
            "build/Build.csproj",
            ["-t:FetchCrossgen", $"-p:NuGetPackageRoot={Packages}{end}", "-getProperty:CrossgenFolder"]
        );

        Assert.That(
            Path.GetFullPath(folder.Trim()),
            Is.SamePath(Path.Combine(Packages, Compiler, $"{Environment.Version}"))
        );
    }

    [All]
    [Test]
    public async Task Where_the_registry_lacks_the_compiler_the_host_is_a_plain_copy_and_nobody_hears_of_it()
    {
        using var folder = new TemporaryFolder();
        var empty = Directory.CreateDirectory(Path.Combine(folder.Path, "empty")).FullName;

        var output = await Msbuild.Run(
            "build/Build.csproj",
            [
                "-t:LayOutHost",
                "-v:quiet",
                $"-p:NuGetPackageRoot={empty}/",
                $"-p:HostFolder={folder.Path}/host/",
                $"-p:IntermediateOutputPath={folder.Path}/obj/",
            ],
            new() { ["NUGET_PACKAGES"] = empty, ["RestoreSources"] = empty }
        );

        var built = Path.Combine(KitFolder.Root, ".lab/artifacts/bin/Build/debug/Build.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(output.Trim(), Is.Empty);
            Assert.That(Directory.GetFiles(folder.Path, "asked", SearchOption.AllDirectories), Is.Not.Empty);
            FileAssert.AreEqual(built, Path.Combine(folder.Path, "host", "Build.dll"));
        }
    }

    private static string Compiler => $"microsoft.netcore.app.crossgen2.{RuntimeInformation.RuntimeIdentifier}";

    private static bool IsCompilerThere => Directory.Exists(Path.Combine(Packages, Compiler, $"{Environment.Version}"));

    private static string Packages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
