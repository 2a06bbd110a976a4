using Lab.Build.Arguments;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build;

/// <summary>
/// The reason why there is no result: the arguments ask for something impossible. The language phrases it.
/// </summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>
    /// A refusal of something that only teachers have. It chooses its phrase itself, because the students' kit lacks both.
    /// </summary>
    public abstract record ForTeachers : Refusal
    {
        /// <summary>The sentence in a language.</summary>
        public abstract string Sentence(Catalogue texts);
    }

    /// <summary>The kit does not speak this language.</summary>
    /// <param name="Setting">The argument or the environment variable that names it.</param>
    /// <param name="Name">The name of the language.</param>
    public sealed record UnknownLanguage(string Setting, string Name) : Refusal;

    /// <summary>There is no such target.</summary>
    public sealed record NoSuchTarget(string Name) : Refusal;

    /// <summary>The students' kit lacks this.</summary>
    /// <param name="What">The target or the argument, as it is typed.</param>
    public sealed record NotForStudents(string What) : Refusal;

    /// <summary>Handout was given no file.</summary>
    public sealed record NoOut : Refusal;

    /// <summary>The students' kit cannot be written to a file of this kind.</summary>
    public sealed record NotZip(string File) : Refusal;

    /// <summary>The kit is in no git repository, or nothing was committed.</summary>
    /// <param name="Why">The message of git, or of the operating system if there is no git.</param>
    public sealed record NothingCommitted(string Why) : Refusal;

    /// <summary>The handout does not do what it must do.</summary>
    public sealed record BadHandout(HandoutFlaw Flaw) : Refusal;

    /// <summary>No target knows this argument.</summary>
    public sealed record UnknownArgument(string Name) : Refusal;

    /// <summary>The target does not take this argument.</summary>
    /// <param name="Name">The argument as it was typed.</param>
    /// <param name="Argument">The argument.</param>
    /// <param name="Target">The target.</param>
    public sealed record Misplaced(string Name, Argument Argument, string Target) : Refusal;

    /// <summary>An argument lacks its value, or a switch has one.</summary>
    /// <param name="Name">The argument as it was typed.</param>
    /// <param name="Argument">The argument.</param>
    public sealed record Mistyped(string Name, Argument Argument) : Refusal;

    /// <summary>More than one of --program, --solution and --command was given.</summary>
    public sealed record SeveralPrograms : Refusal;

    /// <summary>No result can be written to a file of this kind.</summary>
    public sealed record UnknownOutput(string File) : Refusal;

    /// <summary>There is no such exercise.</summary>
    public sealed record NoSuchExercise(string Text) : Refusal;

    /// <summary>The text is not a valid port.</summary>
    public sealed record BadPort(string Text) : Refusal;

    /// <summary>The text is not a valid seed.</summary>
    public sealed record BadSeed(string Text) : Refusal;

    /// <summary>There is nothing at this path.</summary>
    public sealed record NoSuchProgram(string Path) : Refusal;

    /// <summary>The file is not a C# program.</summary>
    public sealed record NotCSharp(string Path) : Refusal;

    /// <summary>There is no C# file in this folder.</summary>
    public sealed record NoProgramIn(string Folder) : Refusal;

    /// <summary>The command has no words.</summary>
    public sealed record EmptyCommand : Refusal;

    /// <summary>The command has a quote that is not closed.</summary>
    public sealed record OpenQuote(string Command) : Refusal;

    /// <summary>The output file cannot be written.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Why">The operating system's message.</param>
    public sealed record CannotWrite(string File, string Why) : Refusal;

    /// <summary>Report was given no result.</summary>
    public sealed record NoInput : Refusal;

    /// <summary>There is no such input file.</summary>
    public sealed record NoSuchInput(string File) : Refusal;

    /// <summary>The input file cannot be read.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Why">The operating system's message.</param>
    public sealed record CannotRead(string File, string Why) : Refusal;

    /// <summary>The input file holds no result that this kit can read.</summary>
    /// <param name="File">The file, as the user typed it.</param>
    /// <param name="Flaw">The reason.</param>
    /// <param name="Detail">The version in the file, or the reader's message.</param>
    public sealed record UnreadableInput(string File, DocumentFlaw Flaw, string Detail) : Refusal;

    /// <summary>The exercise does not have this step.</summary>
    public sealed record NoSuchStep(Exercise Exercise, string Id) : Refusal;

    /// <summary>Watch was started without a terminal.</summary>
    public sealed record NoTerminal : Refusal;

    /// <summary>Netcat was given no port.</summary>
    public sealed record NoPort : Refusal;

    /// <summary>The text given to netcat cannot be the name of a host.</summary>
    public sealed record NoHostName(string Host) : Refusal;

    /// <summary>A program of the demonstration is missing.</summary>
    public sealed record NoProgramToShow(string Program) : Refusal;

    /// <summary>A program of the demonstration does not compile.</summary>
    public sealed record CannotCompile(Exercise Exercise) : Refusal;
}

/// <summary>There is no result, and the arguments are the reason.</summary>
/// <param name="refusal">The reason.</param>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal}")
{
    /// <summary>The reason.</summary>
    public Refusal Refusal { get; } = refusal;
}
