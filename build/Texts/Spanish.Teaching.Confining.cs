namespace Lab.Build.Texts;

// Para docentes.
public sealed partial class Spanish
{
    // Programas confinados.

    /// <inheritdoc />
    public override string NoSandboxHere =>
        "Los programas de los estudiantes solo se pueden confinar en Linux. Para ejecutarlos con tus propios permisos, en una "
        + "máquina que se pueda perder, añade --sandbox=off. Constará en todos los resultados.";

    /// <inheritdoc />
    public override string NoSandboxTool(string command, string package) =>
        $"Los programas de los estudiantes se ejecutan confinados, y falta {command}. Instálalo: sudo apt install {package}. O "
        + "añade --sandbox=off para ejecutarlos con tus propios permisos. Constará en todos los resultados.";

    /// <inheritdoc />
    public override string SandboxForbidden(SandboxObstacle obstacle, string why) =>
        $"Los programas de los estudiantes se ejecutan confinados, y esta máquina no lo permite: {why}. {Remedy(obstacle)} O añade "
        + "--sandbox=off para ejecutarlos con tus propios permisos. Constará en todos los resultados.";

    private static string Remedy(SandboxObstacle obstacle) =>
        obstacle switch
        {
            SandboxObstacle.AppArmor =>
                "AppArmor prohíbe los espacios de nombres de usuario. Permítelos hasta el próximo arranque "
                    + "de la máquina: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0.",
            SandboxObstacle.Setting =>
                "La configuración del núcleo prohíbe los espacios de nombres de usuario. Permítelos hasta el "
                    + "próximo arranque de la máquina: sudo sysctl kernel.unprivileged_userns_clone=1 "
                    + "user.max_user_namespaces=10000.",
            SandboxObstacle.TooOld => "Hace falta bubblewrap 0.7 o posterior.",
            _ => "En un contenedor, permite los espacios de nombres de usuario, o arráncalo con --privileged.",
        };
}
