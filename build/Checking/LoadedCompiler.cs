using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lab.Build.Reading;
using Lab.Build.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Lab.Build.Checking;

/// <summary>
/// The SDK's own compiler inside this process. Its first program takes half a second, and each further one a tenth of what
/// <see cref="Compiler"/> takes, so it is for a process that checks many programs.
/// </summary>
public static class LoadedCompiler
{
    private static readonly Encoding _strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static readonly ConcurrentDictionary<string, object> _references = [];

    /// <summary>Compiles a program just as <see cref="Compiler.Compile"/> does.</summary>
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
        CompilerLibrary.MakeFindable();
        var (assembly, options) = await Compiler.Prepare(sources, name, folder, end);
        return (assembly, await Task.Run(() => Errors(options, assembly, end), end));
    }

    // A method that uses the library cannot even begin while the library is not findable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<CompilerError> Errors(
        IEnumerable<string> options,
        string assembly,
        CancellationToken end
    )
    {
        var line = CSharpCommandLineParser.Default.Parse(options, Path.GetDirectoryName(assembly), sdkDirectory: null);
        var compilation = CSharpCompilation.Create(
            line.CompilationName,
            line.SourceFiles.Select(file => Parse(file.Path, line.ParseOptions)),
            line.MetadataReferences.Select(reference => Reference(reference.Reference)),
            line.CompilationOptions.WithConcurrentBuild(false)
        );
        return [.. Emit(compilation, line, assembly, end).Where(IsError).Select(one => Error(one, line))];
    }

    // The command stops after the first stage that finds errors.
    private static IEnumerable<Diagnostic> Emit(
        CSharpCompilation compilation,
        CSharpCommandLineArguments line,
        string assembly,
        CancellationToken end
    )
    {
        Diagnostic[] errors = [.. compilation.GetParseDiagnostics(end).Where(IsError)];
        if (errors.Length == 0)
            errors = [.. compilation.GetDeclarationDiagnostics(end).Where(IsError)];
        if (errors.Length > 0)
            return errors;
        using var code = File.Create(assembly);
        using var symbols = File.Create(Path.ChangeExtension(assembly, ".pdb"));
        return compilation.Emit(code, symbols, options: line.EmitOptions, cancellationToken: end).Diagnostics;
    }

    private static bool IsError(Diagnostic found) => found.Severity == DiagnosticSeverity.Error;

    // A file that is no UTF-8 is in the encoding of its writer's system, which is most likely that of this one.
    private static SyntaxTree Parse(string path, CSharpParseOptions options)
    {
        using var file = File.OpenRead(path);
        SourceText text;
        try
        {
            text = SourceText.From(file, _strict);
        }
        catch (DecoderFallbackException)
        {
            file.Position = 0;
            text = SourceText.From(file, CodePagesEncodingProvider.Instance.GetEncoding(0) ?? Encoding.UTF8);
        }
        return CSharpSyntaxTree.ParseText(text, options, path);
    }

    private static MetadataReference Reference(string path) =>
        (MetadataReference)_references.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file));

    // An error about the whole program, such as a missing Main, has no file and no line.
    private static CompilerError Error(Diagnostic found, CSharpCommandLineArguments line)
    {
        var place = found.Location.GetMappedLineSpan();
        var start = place.StartLinePosition;
        // A line directive names a file as seen from the folder of the file that it is in.
        var (path, row, column) = found.Location.SourceTree is { FilePath: var file }
            ? (Path.GetFullPath(place.Path, Path.GetDirectoryName(file)!), start.Line + 1, start.Character + 1)
            : (line.SourceFiles[0].Path, 0, 0);
        return new(
            KitFolder.Shown(path),
            row,
            column,
            found.Id,
            found.GetMessage(CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.Name))
        );
    }
}
