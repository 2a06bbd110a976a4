using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Teaching.Confining;

/// <summary>The reason why programs cannot be confined.</summary>
public abstract record SandboxRefusal : Refusal.ForTeachers
{
    private SandboxRefusal() { }

    /// <summary>Programs can be confined on Linux alone.</summary>
    public sealed record NoSandboxHere : SandboxRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoSandboxHere;
    }

    /// <summary>A program that confines others is not installed.</summary>
    /// <param name="Command">The program.</param>
    /// <param name="Package">The package that it comes in.</param>
    public sealed record NoSandboxTool(string Command, string Package) : SandboxRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoSandboxTool(Command, Package);
    }

    /// <summary>The machine does not let programs be confined.</summary>
    /// <param name="Obstacle">The likely reason.</param>
    /// <param name="Why">What was said when it was tried.</param>
    public sealed record SandboxForbidden(SandboxObstacle Obstacle, string Why) : SandboxRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.SandboxForbidden(Obstacle, Why);
    }
}
