using System.Diagnostics;
using CliWrap.Exceptions;
using CliWrap.Internal;

namespace CliWrap;

public partial class Command
{
    private static readonly TimeSpan KillTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Starts the program.</summary>
    /// <param name="cancellationToken">Kills the program and everything it started.</param>
    /// <returns>The running command.</returns>
    public CommandTask<CommandResult> ExecuteAsync(CancellationToken cancellationToken = default) =>
        ExecuteAsync(cancellationToken, CancellationToken.None);

    /// <summary>Starts the program.</summary>
    /// <param name="forcefulCancellationToken">Kills the program and everything it started.</param>
    /// <param name="gracefulCancellationToken">Asks the program to end, as Ctrl+C does.</param>
    /// <returns>The running command.</returns>
    public CommandTask<CommandResult> ExecuteAsync(
        CancellationToken forcefulCancellationToken,
        CancellationToken gracefulCancellationToken
    )
    {
        var process = new ChildProcess(CreateStartInfo());
        var id = process.Id;
        return new(RunAsync(process, forcefulCancellationToken, gracefulCancellationToken), id);
    }

    private ProcessStartInfo CreateStartInfo()
    {
        var startInfo = new ProcessStartInfo(Executables.Find(TargetFilePath), Arguments)
        {
            WorkingDirectory = WorkingDirPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in EnvironmentVariables)
        {
            // Null removes the variable.
            startInfo.Environment.Remove(name);
            if (value is not null)
            {
                startInfo.Environment[name] = value;
            }
        }

        return startInfo;
    }

    private async Task<CommandResult> RunAsync(
        ChildProcess process,
        CancellationToken kill,
        CancellationToken interrupt
    )
    {
        using (process)
        {
            await WaitAsync(process, kill, interrupt).ConfigureAwait(false);
            ThrowIfCanceled(process, "killed", kill);
            ThrowIfCanceled(process, "interrupted", interrupt);
            if (process.ExitCode != 0 && Validation.HasFlag(CommandResultValidation.ZeroExitCode))
            {
                var message = $"The process {process.Description} ended with exit code {process.ExitCode}: {this}";
                throw new CommandExecutionException(this, process.ExitCode, message);
            }

            return new(process.ExitCode, process.StartTime, process.ExitTime);
        }
    }

    private async Task WaitAsync(ChildProcess process, CancellationToken kill, CancellationToken interrupt)
    {
        using var giveUp = new CancellationTokenSource();
        using var exited = CancellationTokenSource.CreateLinkedTokenSource(kill);
        await using var onKillGiveUp = kill.Register(() => giveUp.CancelAfter(KillTimeout)).ConfigureAwait(false);
        await using var onKill = kill.Register(process.Kill).ConfigureAwait(false);
        await using var onInterrupt = interrupt.Register(process.Interrupt).ConfigureAwait(false);
        var pipes = Task.WhenAll(
            FeedAsync(process.Input, exited.Token),
            DrainAsync(process.Output, StandardOutputPipe, kill),
            DrainAsync(process.Error, StandardErrorPipe, kill)
        );
        try
        {
            await process.WaitAsync(giveUp.Token).ConfigureAwait(false);
            await exited.CancelAsync().ConfigureAwait(false);
            // The outputs may outlive the process, in those it has started: they are read to their end.
            await pipes.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == giveUp.Token)
        {
            throw new TimeoutException($"The process {process.Description} cannot be killed.", exception);
        }
        catch (OperationCanceledException exception) when (IsOneOf(exception, exited.Token, kill, interrupt))
        {
            // From a pipe; the caller looks at the tokens.
        }
    }

    private async Task FeedAsync(Stream input, CancellationToken exited)
    {
        await using (input.ConfigureAwait(false))
        {
            try
            {
                // The source may not heed the token, and is then left alone.
                await StandardInputPipe.CopyToAsync(input, exited).WaitAsync(exited).ConfigureAwait(false);
            }
            catch (IOException exception) when (exception.GetType() == typeof(IOException))
            {
                // A program need not read all of its input. A derived type is the source's own failure.
            }
        }
    }

    private static async Task DrainAsync(Stream output, PipeTarget target, CancellationToken kill)
    {
        await using (output.ConfigureAwait(false))
        {
            await target.CopyFromAsync(output, kill).ConfigureAwait(false);
        }
    }

    private static bool IsOneOf(OperationCanceledException exception, params CancellationToken[] tokens) =>
        tokens.Contains(exception.CancellationToken);

    private static void ThrowIfCanceled(ChildProcess process, string how, CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            throw new OperationCanceledException($"The process {process.Description} was {how}.", token);
        }
    }
}
