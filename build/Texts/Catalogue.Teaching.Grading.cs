using Lab.Build.Teaching.Grading;

namespace Lab.Build.Texts;

// The phrases about grading a class.
public abstract partial class Catalogue
{
    /// <summary>The description of the target Grade.</summary>
    public abstract string GradeTarget { get; }

    /// <summary>The description of the target Merge.</summary>
    public abstract string MergeTarget { get; }

    /// <summary>The practical's own rule was written to a file.</summary>
    public abstract string RuleWritten(string file);

    /// <summary>Everything about the class is in a folder.</summary>
    public abstract string ClassIsIn(string folder);

    /// <summary>How far the checks of a class are.</summary>
    public abstract string Progress(ClassProgress progress);

    /// <summary>A step that programs fail.</summary>
    public abstract string Failing(FailedStep failed);

    /// <summary>The text is no part of a class.</summary>
    public abstract string BadShard(string text);

    /// <summary>The setting of the sandbox is unknown.</summary>
    public abstract string BadSandbox(string text);

    /// <summary>Students who are to be graded again are not in the class.</summary>
    public abstract string NoSuchStudents(IReadOnlyList<string> ids);

    /// <summary>The new rule was asked for without the name of a file.</summary>
    public abstract string ConfigNeeded { get; }

    /// <summary>Nothing is to be put together.</summary>
    public abstract string PartsNeeded { get; }

    /// <summary>A folder is not that of a graded class.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="why">What is missing, or the reader's message.</param>
    public abstract string NoClassIn(string folder, string why);

    /// <summary>Two parts are not of the same class, or were graded with different rules.</summary>
    public abstract string PartsDiffer(string one, string other);

    /// <summary>Parts of the class are missing.</summary>
    public abstract string PartsMissing(IReadOnlyList<string> shards);

    /// <summary>Two folders hold the same part of the class.</summary>
    public abstract string PartTwice(string one, string other);

    /// <summary>The whole class would be written over one of its parts.</summary>
    public abstract string PartIsWhole(string folder);
}
