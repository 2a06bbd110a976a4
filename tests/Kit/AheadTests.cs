using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>What a check uses of the kit is compiled ahead, where the compiler for that can be had.</summary>
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

    private static string Compiler => $"microsoft.netcore.app.crossgen2.{RuntimeInformation.RuntimeIdentifier}";

    private static bool IsCompilerThere => Directory.Exists(Path.Combine(Packages, Compiler, $"{Environment.Version}"));

    private static string Packages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
