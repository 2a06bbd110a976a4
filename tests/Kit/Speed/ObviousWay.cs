using CliWrap;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;

namespace Lab.Kit.Tests.Speed;

/// <summary>
/// The obvious way to grade: <c>dotnet build</c> of a student's program, then <c>dotnet test</c> of a project that plays the
/// scenarios with it.
/// </summary>
internal sealed class ObviousWay : IDisposable
{
    private const string Program = "LAB_TEST_PROGRAM";
    private const string ExerciseId = "LAB_TEST_EXERCISE";
    private const string Result = "LAB_TEST_RESULT";

    private const string Test = $$"""
        using Lab.Build;
        using Lab.Build.Checking;
        using Lab.Build.Texts;
        using Lab.Build.Views;
        using NUnit.Framework;
        public class OneProgram
        {
            [Test]
            public async Task Pass()
            {
                string Given(string name) => Environment.GetEnvironmentVariable(name)!;
                var exercise = Exercise.All.Single(one => one.Id == Given("{{ExerciseId}}"));
                var request = new CheckRequest(exercise, new Source.CSharp(Given("{{Program}}")), 4711) { WantsEveryStep = true };
                var result = await Check.Run(request, new Progress<CheckProgress>(), CancellationToken.None);
                File.WriteAllText(Given("{{Result}}"), new JsonView(new English()).Render(result));
            }
        }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <EnableNUnitRunner>true</EnableNUnitRunner>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="NUnit" />
            <PackageReference Include="NUnit3TestAdapter" />
            <ProjectReference Include="../../build/Build.csproj" />
          </ItemGroup>
        </Project>
        """;

    // The kit is found from here, but its build settings must not apply.
    private readonly string _folder = Path.Combine(KitFolder.Root, ".lab", "obvious");

    /// <summary>Writes the project of the tests, and builds it for the first time.</summary>
    public async Task Prepare()
    {
        Dispose();
        Directory.CreateDirectory(_folder);
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        File.Copy(
            Path.Combine(KitFolder.Root, "Directory.Packages.props"),
            Path.Combine(_folder, "Directory.Packages.props")
        );
        Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        Write("Scenarios.csproj", Project);
        Write("Scenarios.cs", Test);
        await Dotnet(_folder, ["build", "-nodeReuse:false"]);
    }

    /// <summary>Checks a program.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="program">The file of the program.</param>
    public async Task<ResultDocument> Check(Exercise exercise, string program)
    {
        var project = Directory.CreateTempSubdirectory("lab-obvious-").FullName;
        try
        {
            var name = $"{exercise.Folder}.csproj";
            File.Copy(Path.Combine(KitFolder.Root, "exercises", exercise.Folder, name), Path.Combine(project, name));
            var source = Path.Combine(project, "Program.cs");
            File.Copy(program, source);
            // A program that does not compile ends the build with an error.
            await Dotnet(project, ["build", "-nodeReuse:false"], CommandResultValidation.None);
            var result = Path.Combine(project, "result.json");
            await Dotnet(
                _folder,
                ["test"],
                variables: new()
                {
                    [Program] = source,
                    [ExerciseId] = exercise.Id,
                    [Result] = result,
                }
            );
            return DocumentFormat.Read(await File.ReadAllTextAsync(result));
        }
        finally
        {
            Directory.Delete(project, recursive: true);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private static async Task Dotnet(
        string folder,
        string[] arguments,
        CommandResultValidation validation = CommandResultValidation.ZeroExitCode,
        Dictionary<string, string?>? variables = null
    ) =>
        await Cli.Wrap(Compiler.Dotnet)
            .WithArguments(arguments)
            .WithWorkingDirectory(folder)
            .WithEnvironmentVariables(variables ?? [])
            .WithValidation(validation)
            .WithStandardOutputPipe(PipeTarget.Null)
            .ExecuteAsync();
}
