using Lab.Build.Results;

namespace Lab.Build.Texts;

// The phrases about results that are read from a file.
public abstract partial class Catalogue
{
    /// <summary>The description of the target Report.</summary>
    public abstract string ReportTarget { get; }

    /// <summary>The meaning of the argument --input.</summary>
    public abstract string InputArgument { get; }

    /// <summary>Report was given no input.</summary>
    public abstract string InputNeeded { get; }

    /// <summary>There is no such input file.</summary>
    public abstract string NoSuchInput(string file);

    /// <summary>The input file cannot be read.</summary>
    /// <param name="file">The file, as the user typed it.</param>
    /// <param name="why">The operating system's message.</param>
    public abstract string CannotRead(string file, string why);

    /// <summary>The input file holds no result that this kit can read.</summary>
    /// <param name="flaw">The reason.</param>
    /// <param name="file">The file.</param>
    /// <param name="detail">The version in the file, or the reader's message.</param>
    public abstract string Unreadable(DocumentFlaw flaw, string file, string detail);
}
