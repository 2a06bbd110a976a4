using System.Runtime.CompilerServices;

namespace CliWrap;

/// <summary>A command that is running.</summary>
/// <typeparam name="TResult">What is known once it has ended.</typeparam>
/// <param name="task">Ends with the command.</param>
/// <param name="processId">The id of the program's process.</param>
public class CommandTask<TResult>(Task<TResult> task, int processId) : IDisposable
{
    /// <summary>Gets the task that ends with the command.</summary>
    public Task<TResult> Task { get; } = task;

    /// <summary>Gets the id of the program's process.</summary>
    public int ProcessId { get; } = processId;

    /// <summary>Makes the command awaitable.</summary>
    /// <returns>The awaiter of <see cref="Task"/>.</returns>
    public TaskAwaiter<TResult> GetAwaiter() => Task.GetAwaiter();

    /// <summary>Makes the command awaitable, with a choice of where to go on.</summary>
    /// <param name="continueOnCapturedContext">Whether to go on in the caller's context.</param>
    /// <returns>The awaitable.</returns>
    public ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) =>
        Task.ConfigureAwait(continueOnCapturedContext);

    /// <summary>Disposes the task, which must have ended; does not end the program.</summary>
    public void Dispose()
    {
        Task.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the task of a command.</summary>
    /// <param name="commandTask">The command.</param>
    public static implicit operator Task<TResult>(CommandTask<TResult> commandTask) => commandTask.Task;
}
