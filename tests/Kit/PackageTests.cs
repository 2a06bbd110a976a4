using System.Text.Json;
using System.Xml.Linq;
using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The project files name the real packages. Only one targets file knows the stand-in.</summary>
public sealed class PackageTests
{
    private static readonly string[] _folders = ["build", "tests", "exercises", "solutions"];

    private static IEnumerable<string> ProjectFiles =>
        from folder in _folders
        from file in Directory.EnumerateFiles(
            Path.Combine(KitFolder.Root, folder),
            "*.*proj",
            SearchOption.AllDirectories
        )
        where !file.Replace('\\', '/').Contains("/build/standins/", StringComparison.Ordinal)
        select file;

    [Test]
    public void No_project_names_a_stand_in()
    {
        var naming = ProjectFiles
            .Append(Path.Combine(KitFolder.Root, "lab.sln"))
            .Where(file =>
                File.ReadAllText(file).Replace('\\', '/').Contains("standins/", StringComparison.OrdinalIgnoreCase)
            )
            // The setting that excludes the stand-in from the host's own files is not a reference to it.
            .Where(file =>
                !File.ReadAllText(file)
                    .Contains("<DefaultItemExcludes>$(DefaultItemExcludes);standins/**;", StringComparison.Ordinal)
            );

        Assert.That(naming, Is.Empty);
    }

    [TestCase("build/Build.csproj", "Cake.Frosting")]
    [TestCase("build/Build.csproj", "CliWrap")]
    [TestCase("build/Build.csproj", "NUnit")]
    [TestCase("tests/Harness/Harness.csproj", "CliWrap")]
    [TestCase("tests/Scenarios/Scenarios.csproj", "NUnit")]
    public void The_package_is_referenced_in_the_ordinary_way(string project, string package)
    {
        var references = XDocument
            .Load(Path.Combine(KitFolder.Root, project))
            .Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")?.Value);

        Assert.That(references, Does.Contain(package));
    }

    [Test]
    public void Exercises_and_solutions_need_no_package()
    {
        var needing = ProjectFiles
            .Where(file => !Path.GetRelativePath(KitFolder.Root, file).StartsWith("build", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(KitFolder.Root, file).StartsWith("tests", StringComparison.Ordinal))
            .Where(file =>
                XDocument
                    .Load(file)
                    .Descendants()
                    .Any(element => element.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal))
            );

        Assert.That(needing, Is.Empty);
    }

    [TestCase("")]
    [TestCase("/")]
    public async Task The_stand_in_finds_the_engine_wherever_NuGet_keeps_packages(string end)
    {
        var packages = Path.Combine(Path.GetTempPath(), "some packages");

        var items = await Msbuild.Run(
            "build/standins/Cake.Frosting/Cake.Frosting.csproj",
            [
                "-t:ReferenceCakeEngine",
                "-p:UseStandIns=true",
                $"-p:NuGetPackageRoot={packages}{end}",
                "-getItem:Reference",
            ]
        );

        var references = JsonDocument.Parse(items).RootElement.GetProperty("Items").GetProperty("Reference");
        Assert.That(
            references.EnumerateArray().Select(one => Path.GetFullPath(one.Text("FullPath")!)),
            Is.Not.Empty.And.All.StartsWith(Path.Combine(packages, "cake.tool") + Path.DirectorySeparatorChar)
        );
    }

    [Test]
    public void Versions_are_in_one_place()
    {
        var elsewhere = ProjectFiles.Where(file =>
            XDocument
                .Load(file)
                .Descendants("PackageReference")
                .Any(reference => reference.Attribute("Version") is not null)
        );

        Assert.That(elsewhere, Is.Empty);
    }
}
