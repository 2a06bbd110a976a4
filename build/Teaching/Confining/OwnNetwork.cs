namespace Lab.Build.Teaching.Confining;

/// <summary>
/// A network with nothing but a loopback of its own. What runs in it shares everything else with the machine, so that a
/// check can observe the processes that it starts.
/// </summary>
internal static class OwnNetwork
{
    /// <summary>The arguments by which bubblewrap starts a command in such a network.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    ["--unshare-user", "--unshare-net", "--dev-bind", "/", "/", "--die-with-parent", "--"];
}
