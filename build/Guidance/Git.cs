using System.ComponentModel;
using System.Text;
using CliWrap;

namespace Lab.Build.Guidance;

/// <summary>What a git command has printed.</summary>
/// <param name="Output">Its output.</param>
/// <param name="Error">Its message if it has failed, or that of the operating system if there is no git. Else null.</param>
public sealed record GitAnswer(byte[] Output, string? Error)
{
    /// <summary>The output as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output);

    /// <summary>The lines of the output. There is none if the command has failed.</summary>
    public IReadOnlyList<string> Lines => Error is null ? Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
}

/// <summary>Asks git about a repository of the user's own. It may run what the user has configured.</summary>
public static class Git
{
    // The folder may belong to somebody else, such as the account that has checked it out for a CI job. Names of files are
    // not quoted.
    private static readonly string[] _anyOwner = ["-c", "safe.directory=*", "-c", "core.quotePath=false"];

    /// <summary>Runs a git command.</summary>
    /// <param name="folder">A folder in the repository.</param>
    /// <param name="end">Cancels the work.</param>
    /// <param name="arguments">The command and its arguments.</param>
    public static async Task<GitAnswer> Ask(string folder, CancellationToken end, params IEnumerable<string> arguments)
    {
        using var output = new MemoryStream();
        var error = new StringBuilder();
        try
        {
            var run = await Cli.Wrap("git")
                .WithArguments([.. _anyOwner, .. arguments])
                .WithWorkingDirectory(folder)
                .WithStandardOutputPipe(PipeTarget.ToStream(output))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(error))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(end);
            return new(output.ToArray(), run.ExitCode == 0 ? null : error.ToString().Trim());
        }
        catch (Win32Exception missing)
        {
            return new([], missing.Message);
        }
    }
}
