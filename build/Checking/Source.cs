using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>The source of the program to check.</summary>
public abstract record Source
{
    private Source() { }

    /// <summary>Reads the program's files, and starts to make the program ready to run.</summary>
    /// <param name="workspace">The workspace in which the program is compiled, if necessary.</param>
    /// <param name="exercise">The exercise whose steps the program must pass.</param>
    /// <param name="end">Gives up.</param>
    /// <exception cref="RefusedException">There is no such program.</exception>
    internal abstract PreparedProgram Prepare(Workspace workspace, Exercise exercise, CancellationToken end);

    /// <summary>A C# program.</summary>
    /// <param name="Path">The program's file, or the folder that holds it.</param>
    public sealed record CSharp(string Path) : Source
    {
        /// <summary>The program's files, the main one first. Null for those that are found at the path.</summary>
        public IReadOnlyList<string>? Files { get; init; }

        /// <inheritdoc />
        internal override PreparedProgram Prepare(Workspace workspace, Exercise exercise, CancellationToken end)
        {
            var files = Files ?? ProgramFiles.Of(Path);
            return new(CheckedProgram.Read(Path, files), workspace.Compile(files, exercise.Folder, KitFolder.Hook));
        }
    }

    /// <summary>A program in any language, started by a command.</summary>
    /// <param name="Line">The command as it was typed.</param>
    public sealed record Command(string Line) : Source
    {
        /// <summary>The folder in which it is started. Null for the current one.</summary>
        public string? Folder { get; init; }

        /// <inheritdoc />
        internal override PreparedProgram Prepare(Workspace workspace, Exercise exercise, CancellationToken end)
        {
            var subject = CommandLine.ToSubject(Line, workspace.Key, end, Folder) with { Sandbox = workspace.Sandbox };
            return new(
                CheckedProgram.OfCommand(Line),
                Task.FromResult<(Subject?, IReadOnlyList<CompilerError>)>((subject, []))
            );
        }
    }
}

/// <summary>A program that is being made ready to run.</summary>
/// <param name="Program">The description of the program.</param>
/// <param name="Made">Completes with a program that can run, or with the compiler's errors.</param>
internal sealed record PreparedProgram(
    CheckedProgram Program,
    Task<(Subject? Subject, IReadOnlyList<CompilerError> Errors)> Made
);
