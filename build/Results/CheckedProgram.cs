using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Lab.Build.Reading;
using Lab.Harness;

namespace Lab.Build.Results;

/// <summary>The language of a program.</summary>
public enum ProgramLanguage
{
    /// <summary>C#: the check compiled the program, and could look into it.</summary>
    [JsonStringEnumMemberName("csharp")]
    CSharp,

    /// <summary>Another language, or an unknown one: the check ran a command.</summary>
    Other,
}

/// <summary>The program that was checked.</summary>
/// <param name="Name">The short path of the program, or its command.</param>
/// <param name="Language">Its language.</param>
public sealed record CheckedProgram(string Name, ProgramLanguage Language)
{
    // No program of a course is larger. With these limits a document stays small enough to be sent by mail.
    private const int MostFiles = 100;
    private const int MostText = 1 << 18;

    /// <summary>The program's files, at most 100. Empty for a command.</summary>
    public ValueList<SourceFile> Files { get; init; } = [];

    /// <summary>The number of further files.</summary>
    public int MoreFiles { get; init; }

    /// <summary>The line of a compiler error. Null if the document does not hold it.</summary>
    public string? LineOf(CompilerError error) => LineOf(error.File, error.Line);

    /// <summary>The line of a passage. Null if the document does not hold it.</summary>
    public string? LineOf(Passage passage) => LineOf(passage.File, passage.Line);

    private string? LineOf(string name, int line) =>
        Files
            .FirstOrDefault(file => file.Name == name)
            ?.Text?.ReplaceLineEndings("\n")
            .Split('\n')
            .ElementAtOrDefault(line - 1);

    /// <summary>Describes a program in any language, given as a command.</summary>
    public static CheckedProgram OfCommand(string command) => new(command, ProgramLanguage.Other);

    /// <summary>Reads a C# program from the disk.</summary>
    /// <param name="path">The program's file or folder.</param>
    /// <param name="files">The paths of its files.</param>
    public static CheckedProgram Read(string path, IReadOnlyList<string> files)
    {
        var room = MostText;
        return new(KitFolder.Shown(path), ProgramLanguage.CSharp)
        {
            Files = [.. files.Take(MostFiles).Select(file => SourceFile.Read(file, ref room))],
            MoreFiles = Math.Max(0, files.Count - MostFiles),
        };
    }
}

/// <summary>A file of a program.</summary>
/// <param name="Name">The short path of the file, with slashes.</param>
/// <param name="Sha256">The hash of its bytes, in hexadecimal. Null if the file could not be read.</param>
/// <param name="Text">The text of the file. Null if it would make the document too large.</param>
public sealed record SourceFile(string Name, string? Sha256, string? Text)
{
    /// <summary>Reads a file from the disk.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="room">The number of characters that still fit into the document.</param>
    public static SourceFile Read(string path, ref int room)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var text =
                bytes.Length <= room ? new StreamReader(new MemoryStream(bytes), Encoding.UTF8).ReadToEnd() : null;
            room -= text?.Length ?? 0;
            return new(KitFolder.Shown(path), Convert.ToHexStringLower(SHA256.HashData(bytes)), text);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // The compiler will report the unreadable file in its own words.
            return new(KitFolder.Shown(path), null, null);
        }
    }
}

/// <summary>An error that the compiler reports.</summary>
/// <param name="File">The file, named as in <see cref="CheckedProgram.Files"/>.</param>
/// <param name="Line">The line, from 1. 0 for an error about the whole program.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Code">The compiler's code, such as <c>CS1002</c>.</param>
/// <param name="Message">The compiler's message.</param>
public sealed record CompilerError(string File, int Line, int Column, string Code, string Message)
{
    /// <summary>Formats the error as compilers do. An error about the whole program has no place.</summary>
    public override string ToString() => $"{File}{(Line > 0 ? $"({Line},{Column})" : "")}: {Code}: {Message}";
}
