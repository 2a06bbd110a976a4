using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task as the host sees it, whatever the type of its context.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The work, to be awaited.</returns>
    Task RunAsync(ICakeContext context);

    /// <summary>Tells whether there is anything to do.</summary>
    /// <param name="context">The context.</param>
    /// <returns>False if the task is to be skipped.</returns>
    bool ShouldRun(ICakeContext context);

    /// <summary>Gets the reason that is printed where the task is skipped.</summary>
    string SkippedMessage => string.Empty;

    /// <summary>Handles a failure of the task, which counts as settled if this does not throw.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="context">The context.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, whether it failed or not.</summary>
    /// <param name="context">The context.</param>
    void Finally(ICakeContext context);
}
