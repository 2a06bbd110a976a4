using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Marks a test that runs with <c>--target=Test --all</c> only. It must pass before a change is accepted. The run
/// without <c>--all</c> shows the same with fewer cases.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllAttribute : CategoryAttribute
{
    /// <summary>The category, for single cases of a test.</summary>
    public const string Category = "All";
}
