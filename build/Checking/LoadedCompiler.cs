using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lab.Build.Reading;
using Lab.Build.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Lab.Build.Checking;

/// <summary>
/// The SDK's own compiler inside this process. Its first program takes half a second, and each further one far less than
/// the start of a process does, so it is for a process that checks many programs.
/// </summary>
public static class LoadedCompiler
{
    private static readonly Encoding _strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    // A field of the library's own type would need the library before it is findable.
    private static readonly ConcurrentDictionary<string, object> _references = [];

    /// <summary>
    /// Compiles a program just as <see cref="Compiler.Compile"/> does, which gets whatever the library cannot do: for
    /// example, a file that is no UTF-8.
    /// </summary>
    /// <param name="sources">The program's files.</param>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="folder">An existing folder for the output.</param>
    /// <param name="end">Cancels the work.</param>
    /// <returns>The assembly's path and no errors, or the errors.</returns>
    /// <exception cref="IOException">A file cannot be read, or the output cannot be written.</exception>
    public static async Task<(string Assembly, IReadOnlyList<CompilerError> Errors)> Compile(
        IReadOnlyList<string> sources,
        string name,
        string folder,
        CancellationToken end
    )
    {
        CompilerLibrary.MakeFindable();
        var (assembly, options) = await Compiler.Prepare(sources, name, folder, end);
        try
        {
            return (assembly, await Task.Run(() => Errors(options, assembly, folder, end), end));
        }
        catch (Exception unable) when (unable is not (OperationCanceledException or IOException))
        {
            return await Compiler.Compile(sources, name, folder, end);
        }
    }

    // A method that uses the library cannot even begin while the library is not findable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<CompilerError> Errors(
        IEnumerable<string> options,
        string assembly,
        string folder,
        CancellationToken end
    )
    {
        var line = CSharpCommandLineParser.Default.Parse(options, folder, sdkDirectory: null);
        var compilation = CSharpCompilation.Create(
            line.CompilationName,
            line.SourceFiles.Select(file => Parse(file.Path, line.ParseOptions, end)),
            line.MetadataReferences.Select(reference => Reference(reference.Reference)),
            // Other checks run at the same time, and need the other cores.
            line.CompilationOptions.WithConcurrentBuild(false)
                .WithSourceReferenceResolver(new SourceFileResolver([], folder))
        );
        return [.. Emit(compilation, line.EmitOptions, assembly, end).Select(one => Error(one, line, folder))];
    }

    // The command stops after the first stage that finds errors.
    private static Diagnostic[] Emit(
        CSharpCompilation compilation,
        EmitOptions options,
        string assembly,
        CancellationToken end
    )
    {
        Diagnostic[] errors = [.. compilation.GetParseDiagnostics(end).Where(IsError)];
        if (errors.Length == 0)
            errors = [.. compilation.GetDeclarationDiagnostics(end).Where(IsError)];
        if (errors.Length > 0)
            return errors;
        // The library would report a full disk as an error of the program.
        var (code, symbols) = (new MemoryStream(), new MemoryStream());
        var emitted = compilation.Emit(code, symbols, options: options, cancellationToken: end);
        if (!emitted.Success)
            return [.. emitted.Diagnostics.Where(IsError)];
        File.WriteAllBytes(assembly, code.ToArray());
        File.WriteAllBytes(Path.ChangeExtension(assembly, ".pdb"), symbols.ToArray());
        return [];
    }

    private static bool IsError(Diagnostic found) => found.Severity == DiagnosticSeverity.Error;

    private static SyntaxTree Parse(string path, CSharpParseOptions options, CancellationToken end)
    {
        using var file = File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(file, _strict), options, path, end);
    }

    private static MetadataReference Reference(string path) =>
        (MetadataReference)_references.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file));

    // An error about the whole program, such as a missing Main, has no file and no line.
    private static CompilerError Error(Diagnostic found, CSharpCommandLineArguments line, string folder)
    {
        var place = found.Location.GetMappedLineSpan();
        var start = place.StartLinePosition;
        // A line directive names a file as seen from the folder of the file that it is in.
        var (path, row, column) = found.Location.SourceTree is { FilePath: var file }
            ? (Path.GetFullPath(place.Path, Path.GetDirectoryName(file)!), start.Line + 1, start.Character + 1)
            : (line.SourceFiles[0].Path, 0, 0);
        return new(
            KitFolder.Shown(AsSeenFrom(folder, path)),
            row,
            column,
            found.Id,
            found.GetMessage(CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.Name))
        );
    }

    // The command shows a file in the folder in which it works without that folder.
    private static string AsSeenFrom(string folder, string path) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path[(folder.Length + 1)..]
            : path;
}
