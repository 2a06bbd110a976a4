using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Runs with <c>--target=Test --all</c> only: it must hold before a change lands, and what it shows is shown by less in the
/// run without <c>--all</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllAttribute : CategoryAttribute
{
    /// <summary>The category, for single cases of a test.</summary>
    public const string Category = "All";
}
