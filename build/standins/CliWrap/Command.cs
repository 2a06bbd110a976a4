using CliWrap.Builders;

namespace CliWrap;

/// <summary>A program to run and all that it is to run with; never changes, each <c>With</c> method gives a new one.</summary>
/// <param name="targetFilePath">An executable, batch file or script: a path, or a name to look up.</param>
public partial class Command(string targetFilePath) : ICommandConfiguration
{
    /// <inheritdoc/>
    public string TargetFilePath { get; } = targetFilePath;

    /// <inheritdoc/>
    public string Arguments { get; private set; } = string.Empty;

    /// <inheritdoc/>
    public string WorkingDirPath { get; private set; } = Directory.GetCurrentDirectory();

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string?> EnvironmentVariables { get; private set; } =
        new Dictionary<string, string?>();

    /// <inheritdoc/>
    public CommandResultValidation Validation { get; private set; } = CommandResultValidation.ZeroExitCode;

    /// <inheritdoc/>
    public PipeSource StandardInputPipe { get; private set; } = PipeSource.Null;

    /// <inheritdoc/>
    public PipeTarget StandardOutputPipe { get; private set; } = PipeTarget.Null;

    /// <inheritdoc/>
    public PipeTarget StandardErrorPipe { get; private set; } = PipeTarget.Null;

    /// <summary>Sets the arguments, as one line that has all the quotes it needs.</summary>
    /// <param name="arguments">The line.</param>
    /// <returns>The new command.</returns>
    public Command WithArguments(string arguments) => With(command => command.Arguments = arguments);

    /// <summary>Sets the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="escape">Whether to quote them where needed.</param>
    /// <returns>The new command.</returns>
    public Command WithArguments(IEnumerable<string> arguments, bool escape) =>
        WithArguments(builder => builder.Add(arguments, escape));

    /// <summary>Sets the arguments, quoted where needed.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The new command.</returns>
    public Command WithArguments(IEnumerable<string> arguments) => WithArguments(arguments, true);

    /// <summary>Sets the arguments, by a builder.</summary>
    /// <param name="configure">Receives the builder.</param>
    /// <returns>The new command.</returns>
    public Command WithArguments(Action<ArgumentsBuilder> configure)
    {
        var builder = new ArgumentsBuilder();
        configure(builder);
        return WithArguments(builder.Build());
    }

    /// <summary>Sets the directory that the program starts in.</summary>
    /// <param name="workingDirPath">The directory.</param>
    /// <returns>The new command.</returns>
    public Command WithWorkingDirectory(string workingDirPath) =>
        With(command => command.WorkingDirPath = workingDirPath);

    /// <summary>Sets what changes in the environment that the program inherits.</summary>
    /// <param name="environmentVariables">The variables to set, or to remove (null).</param>
    /// <returns>The new command.</returns>
    public Command WithEnvironmentVariables(IReadOnlyDictionary<string, string?> environmentVariables) =>
        With(command => command.EnvironmentVariables = environmentVariables);

    /// <summary>Sets which results count as failures.</summary>
    /// <param name="validation">Which do.</param>
    /// <returns>The new command.</returns>
    public Command WithValidation(CommandResultValidation validation) =>
        With(command => command.Validation = validation);

    /// <summary>Sets what feeds the program's standard input.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The new command.</returns>
    public Command WithStandardInputPipe(PipeSource source) => With(command => command.StandardInputPipe = source);

    /// <summary>Sets what takes the program's standard output.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The new command.</returns>
    public Command WithStandardOutputPipe(PipeTarget target) => With(command => command.StandardOutputPipe = target);

    /// <summary>Sets what takes the program's standard error.</summary>
    /// <param name="target">The target.</param>
    /// <returns>The new command.</returns>
    public Command WithStandardErrorPipe(PipeTarget target) => With(command => command.StandardErrorPipe = target);

    /// <inheritdoc/>
    public override string ToString() => $"{TargetFilePath} {Arguments}";

    private Command With(Action<Command> change)
    {
        var copy = (Command)MemberwiseClone();
        change(copy);
        return copy;
    }
}
