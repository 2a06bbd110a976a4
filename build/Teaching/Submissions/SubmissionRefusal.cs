using Lab.Build.Texts;
using Lab.Harness;

namespace Lab.Build.Teaching.Submissions;

/// <summary>The reason why a class cannot be read.</summary>
public abstract record SubmissionRefusal : Refusal.ForTeachers
{
    private SubmissionRefusal() { }

    /// <summary>No folder with what a class has handed in was given.</summary>
    public sealed record NoSubmissions : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.SubmissionsNeeded;
    }

    /// <summary>No folder for everything about a class was given.</summary>
    public sealed record NoOutFolder : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.OutFolderNeeded;
    }

    /// <summary>This is a file, and a folder is needed.</summary>
    public sealed record NotFolder(string File) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NotFolder(File);
    }

    /// <summary>There is no such folder.</summary>
    public sealed record NoSuchFolder(string Folder) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoSuchFolder(Folder);
    }

    /// <summary>The file with what collections have seen is damaged.</summary>
    /// <param name="File">The file.</param>
    /// <param name="Why">The reader's message.</param>
    public sealed record DamagedWitnesses(string File, string Why) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.DamagedWitnesses(File, Why);
    }

    /// <summary>There is no such roster.</summary>
    public sealed record NoSuchRoster(string File) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.NoSuchRoster(File);
    }

    /// <summary>The roster has neither ids nor names.</summary>
    /// <param name="File">The roster.</param>
    /// <param name="Headings">The headings of its columns.</param>
    public sealed record RosterWithoutColumns(string File, ValueList<string> Headings) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.RosterWithoutColumns(File, Headings);
    }

    /// <summary>Two students in the roster have the same id.</summary>
    /// <param name="File">The roster.</param>
    /// <param name="Id">The id.</param>
    public sealed record SameStudent(string File, string Id) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.SameStudent(File, Id);
    }

    /// <summary>The roster names a language that the kit does not speak.</summary>
    /// <param name="File">The roster.</param>
    /// <param name="Student">The student's id.</param>
    /// <param name="Code">The language.</param>
    public sealed record RosterLanguage(string File, string Student, string Code) : SubmissionRefusal
    {
        /// <inheritdoc />
        public override string Sentence(Catalogue texts) => texts.RosterLanguage(File, Student, Code, Languages.Codes);
    }
}
