namespace Lab.Build;

/// <summary>The likely reason why a machine does not let programs be confined.</summary>
public enum SandboxObstacle
{
    /// <summary>AppArmor forbids user namespaces to programs without a profile, as on Ubuntu 24.04.</summary>
    AppArmor,

    /// <summary>A setting of the kernel forbids user namespaces.</summary>
    Setting,

    /// <summary>Bubblewrap is too old.</summary>
    TooOld,

    /// <summary>Something else, such as the rules of a container.</summary>
    Other,
}
