namespace Lab.Build.Texts;

// The phrases about what a class hands in: for teachers alone.
public abstract partial class Catalogue
{
    /// <summary>The description of the target Collect.</summary>
    public abstract string CollectTarget { get; }

    /// <summary>No folder with what a class has handed in was given.</summary>
    public abstract string SubmissionsNeeded { get; }

    /// <summary>No folder for everything about a class was given.</summary>
    public abstract string OutFolderNeeded { get; }

    /// <summary>This is a file, and a folder is needed.</summary>
    public abstract string NotFolder(string file);

    /// <summary>There is no such folder.</summary>
    public abstract string NoSuchFolder(string folder);

    /// <summary>The file with what collections have seen is damaged.</summary>
    public abstract string DamagedWitnesses(string file, string why);

    /// <summary>The number of git repositories, and of those with a last commit that was not seen before.</summary>
    public abstract string CollectedRepositories(int repositories, int heads);

    /// <summary>The number of commits that were seen for the first time.</summary>
    public abstract string CollectedCommits(int commits);

    /// <summary>The submissions that have lost commits which were seen before.</summary>
    public abstract string CollectedRewritten(IReadOnlyList<string> submissions);

    /// <summary>The submissions without git.</summary>
    public abstract string CollectedWithoutGit(IReadOnlyList<string> submissions);

    /// <summary>The submissions that cannot be read.</summary>
    public abstract string CollectedNotRead(IReadOnlyList<string> submissions);

    /// <summary>What was seen is in this file.</summary>
    public abstract string WitnessesWritten(string file);

    /// <summary>There is no such roster.</summary>
    public abstract string NoSuchRoster(string file);

    /// <summary>The roster has neither ids nor names.</summary>
    public abstract string RosterWithoutColumns(string file, IReadOnlyList<string> headings);

    /// <summary>Two students in the roster have the same id.</summary>
    public abstract string SameStudent(string file, string id);

    /// <summary>The roster names a language that the kit does not speak.</summary>
    public abstract string RosterLanguage(string file, string student, string code, IReadOnlyList<string> known);
}
