using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Checking;

/// <summary>Where the program to check comes from.</summary>
public abstract record Source
{
    private Source() { }

    /// <summary>Looks at the program as it is now, and begins to make it ready to run.</summary>
    /// <param name="workspace">Where it is compiled, if it has to be.</param>
    /// <param name="exercise">What it is checked against.</param>
    /// <param name="end">Gives up.</param>
    /// <exception cref="RefusedException">There is no such program.</exception>
    internal abstract PreparedProgram Prepare(Workspace workspace, Exercise exercise, CancellationToken end);

    /// <summary>A C# program.</summary>
    /// <param name="Path">Its file, or the folder that holds it.</param>
    public sealed record CSharp(string Path) : Source
    {
        /// <inheritdoc />
        internal override PreparedProgram Prepare(Workspace workspace, Exercise exercise, CancellationToken end)
        {
            var files = ProgramFiles.Of(Path);
            return new(CheckedProgram.Read(Path, files), workspace.Compile(files, exercise.Folder, KitFolder.Hook));
        }
    }

    /// <summary>A program in any language, started by a command.</summary>
    /// <param name="Line">The command as it was typed.</param>
    public sealed record Command(string Line) : Source
    {
        /// <inheritdoc />
        internal override PreparedProgram Prepare(Workspace workspace, Exercise exercise, CancellationToken end)
        {
            var subject = CommandLine.ToSubject(Line, workspace.Key, end);
            return new(
                CheckedProgram.OfCommand(Line),
                Task.FromResult<(Subject?, IReadOnlyList<CompilerError>)>((subject, []))
            );
        }
    }
}

/// <summary>A program that is made ready to run.</summary>
/// <param name="Program">What it is.</param>
/// <param name="Made">Completes with what can be run, or with what the compiler says.</param>
internal sealed record PreparedProgram(
    CheckedProgram Program,
    Task<(Subject? Subject, IReadOnlyList<CompilerError> Errors)> Made
);
