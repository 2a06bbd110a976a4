namespace Lab.Build;

/// <summary>
/// A way in for another process of the kit, and not for people. The kit for students has none, so this file compiles
/// without one.
/// </summary>
internal static partial class OtherMode
{
    /// <summary>The run that another process has asked for, with its exit code. Null if a person has started the host.</summary>
    public static Task<int>? Asked()
    {
        Task<int>? run = null;
        Enter(ref run);
        return run;
    }

    static partial void Enter(ref Task<int>? run);
}
