using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task, independent of the type of its context.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The context.</param>
    /// <returns>The work, to be awaited.</returns>
    Task RunAsync(ICakeContext context);
}
