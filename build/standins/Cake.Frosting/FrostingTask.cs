using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task that needs no context of its own type.</summary>
public abstract class FrostingTask : FrostingTask<ICakeContext>;

/// <summary>A task; only the members that a task overrides are used.</summary>
/// <typeparam name="T">The context; a task whose context the host does not have is left out, with a warning.</typeparam>
public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    public virtual void Run(T context) { }

    /// <summary>Tells whether there is anything to do; if not, a dependency is skipped, a target fails.</summary>
    /// <param name="context">The context.</param>
    /// <returns>False if the task is to be skipped.</returns>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles a failure of the task, which counts as settled if this does not throw.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="context">The context.</param>
    public virtual void OnError(Exception exception, T context) { }

    /// <summary>Runs after the task, whether it failed or not.</summary>
    /// <param name="context">The context.</param>
    public virtual void Finally(T context) { }

    Task IFrostingTask.RunAsync(ICakeContext context)
    {
        Run((T)context);
        return Task.CompletedTask;
    }

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
