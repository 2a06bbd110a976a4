using CliWrap;
using Lab.Build;
using Lab.Build.Checking;

namespace Lab.Kit.Tests.Speed;

/// <summary>
/// The tool that the kit is compared with: <c>dotnet test</c> on a project with one empty NUnit test, after an edit.
/// </summary>
/// <param name="folder">An empty folder for the project.</param>
internal sealed class Rival(string folder)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageVersion Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="Microsoft.NET.Test.Sdk" />
            <PackageReference Include="NUnit" />
            <PackageReference Include="NUnit3TestAdapter" />
          </ItemGroup>
        </Project>
        """;

    private const string Test = """
        using NUnit.Framework;
        public class OneTest { [Test] public void Passes() { } }
        """;

    private const string Versions = "Directory.Packages.props";

    // The kit's own build settings must not apply to this project.
    private static readonly string[] _boundaries = ["Directory.Build.props", "Directory.Build.targets"];

    private int _edits;

    /// <summary>
    /// Writes the project and runs its test once, so that everything is built before the measurement.
    /// </summary>
    public async Task Prepare()
    {
        Directory.CreateDirectory(folder);
        foreach (var file in _boundaries)
            await File.WriteAllTextAsync(Path.Combine(folder, file), "<Project />");
        // The project uses the same versions as the kit.
        File.Copy(Path.Combine(KitFolder.Root, Versions), Path.Combine(folder, Versions));
        await File.WriteAllTextAsync(Path.Combine(folder, "OneTest.csproj"), Project);
        await Edit();
        await Run();
    }

    /// <summary>Changes the test's source.</summary>
    public Task Edit() => File.WriteAllTextAsync(Path.Combine(folder, "OneTest.cs"), $"{Test}\n// {++_edits}\n");

    /// <summary>Runs the test.</summary>
    public async Task Run() =>
        await Cli.Wrap(Compiler.Dotnet)
            .WithArguments(["test"])
            .WithWorkingDirectory(folder)
            .WithStandardOutputPipe(PipeTarget.Null)
            .ExecuteAsync();
}
