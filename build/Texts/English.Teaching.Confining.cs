namespace Lab.Build.Texts;

// For teachers.
public sealed partial class English
{
    // Confining programs.

    /// <inheritdoc />
    public override string NoSandboxHere =>
        "Students' programs can be confined on Linux alone. To run them with your own rights, on a machine that may be lost, "
        + "add --sandbox=off. Every result will say so.";

    /// <inheritdoc />
    public override string NoSandboxTool(string command, string package) =>
        $"Students' programs run confined, and {command} is missing. Install it: sudo apt install {package}. Or add "
        + "--sandbox=off to run them with your own rights. Every result will say so.";

    /// <inheritdoc />
    public override string SandboxForbidden(SandboxObstacle obstacle, string why) =>
        $"Students' programs run confined, and this machine does not allow it: {why}. {Remedy(obstacle)} Or add --sandbox=off to "
        + "run them with your own rights. Every result will say so.";

    private static string Remedy(SandboxObstacle obstacle) =>
        obstacle switch
        {
            SandboxObstacle.AppArmor =>
                "AppArmor forbids user namespaces. Allow them until the next start of the machine: "
                    + "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0.",
            SandboxObstacle.Setting =>
                "The kernel's settings forbid user namespaces. Allow them until the next start of the "
                    + "machine: sudo sysctl kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000.",
            SandboxObstacle.TooOld => "Bubblewrap must be version 0.7 or newer.",
            _ => "In a container, allow user namespaces, or start it with --privileged.",
        };
}
