using System.Diagnostics;
using CliWrap.Builders;
using Lab.Harness;

namespace Lab.Build.Teaching.Confining;

/// <summary>Tries once whether programs can be confined, just as they will be.</summary>
public static class SandboxTrial
{
    private static readonly TimeSpan _bound = TimeSpan.FromSeconds(20);

    /// <summary>Starts a program that does nothing, in a sandbox within a network of its own.</summary>
    /// <exception cref="RefusedException">Something is missing, or the machine does not allow it.</exception>
    public static void Make()
    {
        var (exitCode, error) = Run(SandboxTools.Find());
        if (exitCode != 0)
            throw new RefusedException(new SandboxRefusal.SandboxForbidden(ObstacleOf(error), error.Trim()));
    }

    private static (int? ExitCode, string Error) Run(SandboxTools tools)
    {
        using var sandbox = new Bubblewrap();
        var inner = Path.Combine(sandbox.Folder, "trial");
        Directory.CreateDirectory(inner);
        var subject = new Subject("/bin/true", "", inner, null, "", CancellationToken.None);
        using var run = sandbox.Confine(subject, new(subject.FileName, "", inner, new Dictionary<string, string?>()));
        var line = new ArgumentsBuilder()
            .Add(OwnNetwork.Around(tools).Skip(1))
            .Add(run.Launch.FileName)
            .Add(run.Launch.Arguments, false)
            .Build();
        using var process = Process.Start(
            new ProcessStartInfo(tools.Bwrap, line) { RedirectStandardError = true, WorkingDirectory = inner }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        if (process.WaitForExit(_bound))
            return (process.ExitCode, error.Result);
        process.Kill(entireProcessTree: true);
        return (null, "");
    }

    private static SandboxObstacle ObstacleOf(string error) =>
        error.Contains("Unknown option", StringComparison.Ordinal) ? SandboxObstacle.TooOld
        : Says("kernel/apparmor_restrict_unprivileged_userns", "1") ? SandboxObstacle.AppArmor
        : Says("kernel/unprivileged_userns_clone", "0") || Says("user/max_user_namespaces", "0")
            ? SandboxObstacle.Setting
        : SandboxObstacle.Other;

    private static bool Says(string setting, string value)
    {
        var file = Path.Combine("/proc/sys", setting);
        return File.Exists(file) && File.ReadAllText(file).Trim() == value;
    }
}
