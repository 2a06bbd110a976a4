namespace Lab.Build.Texts;

// The phrases for teachers.
public abstract partial class Catalogue
{
    // Confining programs.

    /// <summary>Programs can be confined on Linux alone.</summary>
    public abstract string NoSandboxHere { get; }

    /// <summary>A program that confines others is not installed.</summary>
    /// <param name="command">The program.</param>
    /// <param name="package">The package that it comes in.</param>
    public abstract string NoSandboxTool(string command, string package);

    /// <summary>The machine does not let programs be confined.</summary>
    /// <param name="obstacle">The likely reason.</param>
    /// <param name="why">What was said when it was tried.</param>
    public abstract string SandboxForbidden(SandboxObstacle obstacle, string why);
}
