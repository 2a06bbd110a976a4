namespace Lab.Build.Texts;

// The phrases about starters, and about the kit as students get it.
public abstract partial class Catalogue
{
    /// <summary>The description of the target Starter.</summary>
    public abstract string StarterTarget { get; }

    /// <summary>The description of the target Handout.</summary>
    public abstract string HandoutTarget { get; }

    /// <summary>The meaning of the argument --force.</summary>
    public abstract string ForceArgument { get; }

    /// <summary>The meaning of the argument --out.</summary>
    public abstract string OutArgument { get; }

    /// <summary>A starter was laid down.</summary>
    public abstract string StarterLaid(string program);

    /// <summary>A starter was laid down, and the older program was kept in another file.</summary>
    public abstract string StarterLaidBeside(string program, string kept);

    /// <summary>No starter was laid down, because somebody has begun the program.</summary>
    public abstract string StarterWouldHide(string program);

    /// <summary>The starter cannot be written.</summary>
    /// <param name="program">The program.</param>
    /// <param name="why">The operating system's message.</param>
    public abstract string StarterNotWritten(string program, string why);

    /// <summary>The students' kit lacks a target or an argument.</summary>
    /// <param name="what">The target or the argument, as it is typed.</param>
    public abstract string NotForStudents(string what);

    /// <summary>Handout was given no file.</summary>
    public abstract string OutNeeded { get; }

    /// <summary>The students' kit cannot be written to a file of this kind.</summary>
    public abstract string NotZip(string file);

    /// <summary>The kit is in no git repository, or nothing was committed.</summary>
    /// <param name="why">The message of git, or of the operating system if there is no git.</param>
    public abstract string NothingCommitted(string why);

    /// <summary>The handout is being tried.</summary>
    /// <param name="commit">The commit that it is made from.</param>
    public abstract string HandoutIsProven(string commit);

    /// <summary>The handout was written.</summary>
    public abstract string HandoutWritten(string file, int files);

    /// <summary>The handout was not written, because something is wrong with it.</summary>
    public abstract string BadHandout(string flaw);

    /// <summary>A file of the handout holds lines of a solution.</summary>
    public abstract string HoldsSolution(string file, string lines);

    /// <summary>The check of a starter does not say to begin with step 1.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="output">What the check printed.</param>
    public abstract string StarterNotAtStep1(Exercise exercise, string output);

    /// <summary>The check of a right program does not pass.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="output">What the check printed.</param>
    public abstract string RightProgramFails(Exercise exercise, string output);
}
