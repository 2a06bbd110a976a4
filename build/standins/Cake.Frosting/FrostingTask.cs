using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task.</summary>
/// <typeparam name="T">The context. A task whose context the host does not have is skipped with a warning.</typeparam>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    public abstract void Run(T context);

    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }
}
