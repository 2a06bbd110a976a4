using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Checking;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Reads the effective settings of the kit's project files. It runs single targets, which build nothing.
/// </summary>
internal static class Msbuild
{
    /// <summary>Runs MSBuild on a project, which must succeed.</summary>
    /// <param name="project">The project's path, relative to the kit's top folder.</param>
    /// <param name="arguments">The arguments for MSBuild.</param>
    /// <param name="environment">Environment variables to set.</param>
    /// <returns>The output.</returns>
    public static async Task<string> Run(
        string project,
        string[] arguments,
        Dictionary<string, string?>? environment = null
    )
    {
        var run = await Cli.Wrap(Compiler.Dotnet)
            .WithArguments(["msbuild", project, "-nologo", "-nodeReuse:false", .. arguments])
            .WithWorkingDirectory(KitFolder.Root)
            .WithEnvironmentVariables(environment ?? [])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        Assert.That(run.ExitCode, Is.Zero, run.StandardOutput + run.StandardError);
        return run.StandardOutput + run.StandardError;
    }
}
