using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task with asynchronous work.</summary>
/// <typeparam name="T">The context. A task whose context the host does not have is skipped with a warning.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The work, to be awaited.</returns>
    public abstract Task RunAsync(T context);

    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync((T)context);
}
