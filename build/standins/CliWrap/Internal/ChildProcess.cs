using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CliWrap.Internal;

/// <summary>A program that runs, with its three streams as bytes.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int Sigint = 2;

    private readonly Process process;
    private readonly TaskCompletionSource exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChildProcess(ProcessStartInfo startInfo)
    {
        process = new Process { StartInfo = startInfo, EnableRaisingEvents = true };
        process.Exited += (_, _) =>
        {
            ExitTime = DateTimeOffset.Now;
            exit.TrySetResult();
        };
        Start();
        StartTime = DateTimeOffset.Now;
    }

    public int Id => process.Id;

    // The system forgets the name and the times of a process once it has ended.
    public string Description => $"{Path.GetFileName(process.StartInfo.FileName)}#{Id}";

    public DateTimeOffset StartTime { get; }

    public DateTimeOffset ExitTime { get; private set; }

    public int ExitCode => process.ExitCode;

    public Stream Input => process.StandardInput.BaseStream;

    public Stream Output => process.StandardOutput.BaseStream;

    public Stream Error => process.StandardError.BaseStream;

    public async Task WaitAsync(CancellationToken cancellationToken) =>
        await exit.Task.WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Asks the program to end, as Ctrl+C does; kills it where that cannot be asked.</summary>
    public void Interrupt()
    {
        // Windows sends Ctrl+C to all of a console, so it takes a helper program inside that one, which is not here.
        if (OperatingSystem.IsWindows() || SendSignal(Id, Sigint) != 0)
        {
            Kill();
        }
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception)
            when (exception
                    is InvalidOperationException
                        or Win32Exception
                        or AggregateException
                        or NotSupportedException
            )
        {
            // Already gone, or not to be killed: the caller's wait finds out which.
        }
    }

    public void Dispose() => process.Dispose();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int pid, int signal);

    private void Start()
    {
        var file = process.StartInfo.FileName;
        try
        {
            if (!process.Start())
            {
                throw new InvalidOperationException($"Cannot start '{file}': it is not an executable file.");
            }
        }
        catch (Win32Exception exception)
        {
            throw new Win32Exception(
                $"Cannot start '{file}': the file or the working directory does not exist, or may not be used. "
                    + "The inner exception says more.",
                exception
            );
        }
    }
}
