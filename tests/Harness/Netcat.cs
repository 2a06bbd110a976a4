namespace Lab.Harness;

/// <summary>The machine's own netcat.</summary>
public static class Netcat
{
    /// <summary>The command <c>nc</c>, which every netcat for Unix has; null where there is none.</summary>
    /// <param name="like">The program that is checked: netcat ends with the same check.</param>
    public static Subject? Find(Subject like)
    {
        var file = Machine.Find("nc") ?? (OperatingSystem.IsWindows() ? Machine.Find("ncat") : null);
        return file is null ? null : like with { FileName = file, Arguments = "", Hook = null };
    }
}
