using Lab.Build;
using Lab.Build.Checking;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The program in tests/Programs/Bad.cs. It does not imitate a student's program, but shows what the harness must
/// survive.
/// </summary>
internal static class BadProgram
{
    private static readonly Lazy<Task<string>> _compiled = new(Compile);

    /// <summary>The program as a subject, compiled once.</summary>
    public static async Task<Subject> Subject(string checkKey, CancellationToken end = default)
    {
        var assembly = await _compiled.Value;
        return new(Compiler.Dotnet, $"\"{assembly}\"", Path.GetDirectoryName(assembly)!, KitFolder.Hook, checkKey, end);
    }

    private static async Task<string> Compile()
    {
        var source = Path.Combine(KitFolder.Root, "tests", "Programs", "Bad.cs");
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var (assembly, errors) = await Compiler.Compile([source], "Bad", folder.Path, CancellationToken.None);
        Assert.That(errors, Is.Empty);
        return assembly;
    }
}
