using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The result of a run of the host.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record HostRun(int ExitCode, string Output, string Error);

/// <summary>Runs the host like the scripts do, in a process of its own.</summary>
internal static class Host
{
    public static readonly string Assembly = Path.Combine(
        KitFolder.Root,
        ".lab",
        OperatingSystem.IsWindows() ? "windows" : "unix",
        "Build.dll"
    );

    /// <summary>Runs the host in English.</summary>
    public static Task<HostRun> Run(params string[] arguments) =>
        RunWith(new Dictionary<string, string?> { [Languages.Variable] = "en" }, arguments);

    /// <summary>Runs the host with these environment variables. Those that are null are not set.</summary>
    public static async Task<HostRun> RunWith(IReadOnlyDictionary<string, string?> variables, string[] arguments)
    {
        var run = await Cli.Wrap(Compiler.Dotnet)
            .WithArguments([Assembly, .. arguments])
            .WithWorkingDirectory(KitFolder.Root)
            .WithEnvironmentVariables(variables)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        return new(run.ExitCode, run.StandardOutput, run.StandardError);
    }
}

/// <summary>Checks programs with the host, like a user.</summary>
internal static class Results
{
    /// <summary>The JSON result of a check. The exit code must agree with it.</summary>
    public static async Task<JsonElement> Of(Exercise exercise, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "result.json");
        var run = await Host.Run([$"--target={exercise.Id}", $"--output={file}", .. arguments]);
        Assert.That(File.Exists(file), run.Output + run.Error);
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        Assert.That(
            run.ExitCode,
            Is.EqualTo(Array.IndexOf(["passed", "notYet", "couldNotCheck"], result.Text("outcome"))),
            run.Output
        );
        return result;
    }
}

/// <summary>Checks programs without a host process, with the same code and the same result as the views get.</summary>
internal static class Checks
{
    public static Task<JsonElement> Run(Exercise exercise, string path) =>
        Run(new CheckRequest(exercise, new Source.CSharp(path), Random.Shared.Next(1000, 10_000)));

    public static Task<JsonElement> RunCommand(Exercise exercise, string command) =>
        Run(new CheckRequest(exercise, new Source.Command(command), Random.Shared.Next(1000, 10_000)));

    public static async Task<JsonElement> Run(CheckRequest request)
    {
        var result = await Check.Run(request, new Progress<CheckProgress>(), CancellationToken.None);
        var json = new JsonView(new English()).Render(result);
        Assert.That(DocumentFormat.Read(json).Equals(result), "it is read back as it was written");
        return JsonDocument.Parse(json).RootElement;
    }
}

/// <summary>Reads a JSON result.</summary>
internal static class Json
{
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ToString() : null;

    public static JsonElement Step(this JsonElement result, string id) =>
        result.GetProperty("steps").EnumerateArray().Single(step => step.Text("id") == id);

    /// <summary>The step in the document.</summary>
    public static StepResult StepIn(this JsonElement result, string id) =>
        DocumentFormat.Read(result.GetRawText()).Steps.Single(step => step.Id == id);

    /// <summary>The decisions about a step that failed.</summary>
    public static Diagnosis DiagnosisOf(this JsonElement result, string id)
    {
        var diagnosis = result.StepIn(id).Diagnosis;
        Assert.That(diagnosis, Is.Not.Null, result.Summary());
        return diagnosis!;
    }

    /// <summary>The steps and the scenarios that go further, with their findings, for a failed assertion.</summary>
    public static string Summary(this JsonElement result) =>
        string.Join(
            '\n',
            result
                .GetProperty("steps")
                .EnumerateArray()
                .Select(step =>
                    $"{step.Text("id")} {step.Text("status")} {step.Text("verdict")}: {step.Text("observed")}"
                )
        );
}
