using System.ComponentModel;
using System.Text;
using CliWrap;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Build.Teaching.Confining;

/// <summary>The outcome of a command that builds a student's program.</summary>
/// <param name="HasWorked">Whether it has ended in time, and says that it has worked.</param>
/// <param name="Output">What it printed, or the last part of it.</param>
public sealed record BuildOutcome(bool HasWorked, string Output);

/// <summary>Builds a program in another language, such as with <c>gcc -o server server.c</c>.</summary>
public static class ProgramBuild
{
    private const long MostBytes = 256L << 20;
    private const int MostFiles = 10_000;
    private const int MostOutput = 4000;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the command that builds a program, in the folder of its files.</summary>
    /// <param name="command">The command as it was typed.</param>
    /// <param name="folder">The folder. What the command writes stays there.</param>
    /// <param name="isConfined">Whether the command runs in a sandbox, without any network.</param>
    /// <param name="end">Cancels the build.</param>
    /// <exception cref="CannotStartException">There is no such command.</exception>
    /// <exception cref="RefusedException">The command makes no sense.</exception>
    public static async Task<BuildOutcome> Run(string command, string folder, bool isConfined, CancellationToken end)
    {
        using var sandbox = isConfined ? new Bubblewrap() : null;
        var subject = CommandLine.ToSubject(command, $"build-{Guid.NewGuid():N}", end, folder);
        using var run = sandbox?.ConfineBuild(subject);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(end);
        stop.CancelAfter(_longest);
        var (launch, output) = (run?.Launch ?? Unconfined(subject), new StringBuilder());
        try
        {
            var task = LastingThread.Do(() => Execute(launch, output, stop.Token));
            run?.Started(task.ProcessId);
            _ = Guard(subject.WorkingDirectory, task.Task, stop);
            var result = await task;
            run?.Ended(result.ExitCode, Last(output));
            return sandbox?.Failure is { } why
                ? throw new FaultException(new Fault.SandboxFailed(why))
                : new(result.ExitCode == 0, Last(output));
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return new(false, Last(output));
        }
        catch (Win32Exception failure)
        {
            throw new CannotStartException(subject.FileName, failure);
        }
    }

    private static Launch Unconfined(Subject subject) =>
        new(subject.FileName, subject.Arguments, subject.WorkingDirectory, new Dictionary<string, string?>());

    private static CommandTask<CommandResult> Execute(Launch launch, StringBuilder output, CancellationToken end) =>
        Cli.Wrap(launch.FileName)
            .WithArguments(launch.Arguments)
            .WithWorkingDirectory(launch.Folder)
            .WithEnvironmentVariables(launch.Variables)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(Into(output))
            .WithStandardErrorPipe(Into(output))
            .ExecuteAsync(end);

    private static PipeTarget Into(StringBuilder output) =>
        PipeTarget.Create(
            async (stream, end) =>
            {
                var (buffer, decoder) = (new byte[1 << 14], Encoding.UTF8.GetDecoder());
                var letters = new char[1 << 14];
                int count;
                while ((count = await stream.ReadAsync(buffer, end)) > 0)
                    Keep(output, letters.AsSpan(0, decoder.GetChars(buffer.AsSpan(0, count), letters, flush: false)));
            }
        );

    // A flood must not fill the memory, and the end says most.
    private static void Keep(StringBuilder output, ReadOnlySpan<char> letters)
    {
        lock (output)
        {
            output.Append(letters);
            if (output.Length > 2 * MostOutput)
                output.Remove(0, output.Length - MostOutput);
        }
    }

    private static string Last(StringBuilder output)
    {
        lock (output)
            return output.ToString(Math.Max(0, output.Length - MostOutput), Math.Min(MostOutput, output.Length)).Trim();
    }

    // The folder is on the disk, where no bound of the sandbox holds.
    private static async Task Guard(string folder, Task build, CancellationTokenSource stop)
    {
        while (await Task.WhenAny(build, Task.Delay(_look)) != build)
            if (IsTooLarge(folder))
                await stop.CancelAsync();
    }

    private static bool IsTooLarge(string folder)
    {
        try
        {
            var (files, bytes) = (0, 0L);
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
                (files, bytes) = (files + 1, bytes + (file.LinkTarget is null ? file.Length : 0));
            return files > MostFiles || bytes > MostBytes;
        }
        catch (Exception changed) when (changed is IOException or UnauthorizedAccessException)
        {
            // The command has just removed something: the next look sees the rest.
            return false;
        }
    }
}
