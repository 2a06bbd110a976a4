using System.Text.Json;
using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Tests the kit on Windows as far as wine allows: paths, encodings, and calls that exist only on Unix.
/// </summary>
/// <remarks>
/// Only the client is tested. Wine needs a second or more to list the listening ports while many programs run, and a
/// server counts as ready only when its port is listed.
/// </remarks>
[All]
[NonParallelizable]
public sealed class WindowsTests
{
    // Wine itself sometimes ends a .NET program.
    private const int Tries = 2;

    private static Wine _wine = null!;

    private readonly TemporaryFolder _folder = new();

    [OneTimeSetUp]
    public static async Task StartWine() => _wine = await Wine.Shared();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    [Retry(Tries)]
    public async Task The_kit_on_Windows_passes_the_solution()
    {
        var program = Path.Combine("solutions", Exercise.Client.Folder, "Program.cs");
        await _wine.CompileAhead(Path.Combine(_wine.Kit, program));
        var file = Path.Combine(_folder.Path, "el resultado.json");

        var run = await _wine.Run(
            "wine",
            [_wine.Host, "--target=Ex1", $"--output={Wine.Name(file)}", "--solution"],
            _wine.Kit
        );

        Assert.That(File.Exists(file), $"{run.ExitCode}: {run.Output}");
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(run.Output, Does.Not.Contain("NotFoundException").And.Not.Contain("/proc"), "only Unix has it");
            Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
            Assert.That(result.Text("program"), Is.EqualTo("solutions/Ex1.Client/Program.cs"), "without a backslash");
            Assert.That(
                result.GetProperty("goingFurther").EnumerateArray().Select(one => one.Text("status")),
                Is.All.EqualTo("passed")
            );
        }
    }
}
