using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build.Diagnosing;
using Lab.Build.Results;

namespace Lab.Build.Checking;

/// <summary>
/// Compiles a program with the SDK's own C# compiler, through its shared server. This is ten times faster than MSBuild,
/// and uses the same settings as the exercises' project files.
/// </summary>
public static partial class Compiler
{
    // <ImplicitUsings> stands for these in a console project (Microsoft.NET.Sdk.props of the .NET SDK).
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Programs run too briefly for better code to pay. Compiling it would be a tenth of all the work of a check.
    private const string RuntimeConfig = """
        {
          "runtimeOptions": {
            "tfm": "net10.0",
            "framework": { "name": "Microsoft.NETCore.App", "version": "10.0.0" },
            "configProperties": {
              "System.Runtime.TieredCompilation.CallCountingDelayMs": 10000,
              "System.Runtime.TieredPGO": false
            }
          }
        }
        """;

    // The program is not to blame if the output cannot be written or opened.
    private static readonly string[] _aboutTheDisk = ["CS0016", "CS2012"];

    // The path is dotnet/shared/Microsoft.NETCore.App/10.0.x, in the installation that runs the host.
    private static readonly string _dotnetRoot = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")
    );

    /// <summary>The <c>dotnet</c> command that runs the host.</summary>
    public static string Dotnet => Path.Combine(_dotnetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>The folder of the newest compiler.</summary>
    /// <exception cref="FaultException">There is no .NET SDK.</exception>
    public static string Folder => Path.Combine(Newest(Path.Combine(_dotnetRoot, "sdk")), "Roslyn", "bincore");

    /// <summary>Compiles a program.</summary>
    /// <param name="sources">The program's files.</param>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="folder">An existing folder for the output.</param>
    /// <param name="end">Cancels the work.</param>
    /// <returns>The assembly's path and no errors, or the errors.</returns>
    public static async Task<(string Assembly, IReadOnlyList<CompilerError> Errors)> Compile(
        IReadOnlyList<string> sources,
        string name,
        string folder,
        CancellationToken end
    )
    {
        var (assembly, options) = await Prepare(sources, name, folder, end);
        var response = Path.Combine(folder, name + ".rsp");
        await File.WriteAllLinesAsync(response, options, end);
        var run = await Cli.Wrap(Dotnet)
            .WithArguments([Path.Combine(Folder, "csc.dll"), "-shared", "-noconfig", "@" + response])
            .WithWorkingDirectory(folder)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8, end);
        if (run.ExitCode == 0)
            return (assembly, []);
        var errors = Errors(run.StandardOutput, sources[0]);
        if (errors.FirstOrDefault(error => _aboutTheDisk.Contains(error.Code)) is { } disk)
            throw new IOException(disk.Message);
        return errors.Count > 0
            ? (assembly, errors)
            : throw new FaultException(new Fault.CompilerFailed(run.StandardOutput + run.StandardError));
    }

    /// <summary>Writes what a program needs besides its own files.</summary>
    /// <param name="sources">The program's files.</param>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="folder">An existing folder for the output.</param>
    /// <param name="end">Cancels the work.</param>
    /// <returns>The assembly's path, and the compiler's options.</returns>
    internal static async Task<(string Assembly, IReadOnlyList<string> Options)> Prepare(
        IReadOnlyList<string> sources,
        string name,
        string folder,
        CancellationToken end
    )
    {
        var assembly = Path.Combine(folder, name + ".dll");
        var usings = Path.Combine(folder, "ImplicitUsings.cs");
        await File.WriteAllTextAsync(usings, ImplicitUsings, end);
        await File.WriteAllTextAsync(Path.ChangeExtension(assembly, ".runtimeconfig.json"), RuntimeConfig, end);
        return (assembly, [.. Options(assembly, [.. sources, usings])]);
    }

    private static IEnumerable<string> Options(string assembly, IEnumerable<string> sources) =>
        [
            "/nologo",
            "/utf8output",
            .. Languages().Select(language => $"/preferreduilang:{language}"),
            "/target:exe",
            "/debug:portable",
            "/nullable:enable",
            "/warn:0",
            "/define:TRACE;DEBUG;NET;NET10_0;NETCOREAPP",
            $"/out:\"{assembly}\"",
            .. References().Select(reference => $"/r:\"{reference}\""),
            .. sources.Select(source => $"\"{source}\""),
        ];

    // The culture that belongs to no language has no name.
    private static IEnumerable<string> Languages() =>
        new[] { CultureInfo.CurrentUICulture.Name }.Where(name => name.Length > 0);

    private static string[] References() =>
        Directory.GetFiles(
            Path.Combine(Newest(Path.Combine(_dotnetRoot, "packs", "Microsoft.NETCore.App.Ref")), "ref", "net10.0"),
            "*.dll"
        );

    private static string Newest(string folder) =>
        Directory.Exists(folder)
        && Directory
            .EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path).StartsWith("10.", StringComparison.Ordinal))
            .MaxBy(path => Version.TryParse(Path.GetFileName(path), out var version) ? version : new Version())
            is { } newest
            ? newest
            : throw new FaultException(new Fault.NoSdk(folder));

    private static List<CompilerError> Errors(string output, string program) =>
        [
            .. ErrorLine()
                .Matches(output)
                .Select(match => new CompilerError(
                    KitFolder.Shown(match.Groups["file"].Success ? match.Groups["file"].Value : program),
                    Number(match.Groups["line"]),
                    Number(match.Groups["column"]),
                    match.Groups["code"].Value,
                    match.Groups["message"].Value.Trim()
                )),
        ];

    // An error about the whole program, such as a missing Main, has no file and no line.
    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^((?<file>.+)\((?<line>\d+),(?<column>\d+)\): )?error (?<code>CS\d+): (?<message>.*)$",
        RegexOptions.Multiline
    )]
    private static partial Regex ErrorLine();
}
