namespace Lab.Build.Texts;

// A class: for teachers alone.
public sealed partial class English
{
    /// <inheritdoc />
    public override string CollectTarget =>
        "Notes when the commits of a class were first seen: --submissions=class --out=graded";

    /// <inheritdoc />
    public override string SubmissionsNeeded => "Say where the submissions are: --submissions=class";

    /// <inheritdoc />
    public override string OutFolderNeeded => "Say in which folder everything about the class is kept: --out=graded";

    /// <inheritdoc />
    public override string NotFolder(string file) =>
        $"--out={file}: everything about a class is kept in a folder, and this is the name of a file.";

    /// <inheritdoc />
    public override string NoSuchFolder(string folder) => $"--submissions={folder}: there is no such folder.";

    /// <inheritdoc />
    public override string DamagedWitnesses(string file, string why) =>
        $"{file} cannot be read, and stays as it is. Put it right, or move it away to begin anew without what was seen so far. {why}";

    /// <inheritdoc />
    public override string CollectedRepositories(int repositories, int heads) =>
        repositories == 1
            ? $"1 repository, {Number(heads)} with a new last commit."
            : $"{Number(repositories)} repositories, {Number(heads)} with a new last commit.";

    /// <inheritdoc />
    public override string CollectedCommits(int commits) =>
        commits == 1
            ? "1 commit that changes a program was seen for the first time."
            : $"{Number(commits)} commits that change a program were seen for the first time.";

    /// <inheritdoc />
    public override string CollectedRewritten(IReadOnlyList<string> submissions) =>
        $"Rewritten since, so that commits seen before are gone: {List(submissions)}.";

    /// <inheritdoc />
    public override string CollectedWithoutGit(IReadOnlyList<string> submissions) =>
        $"Without git, so that nothing is known about commits: {List(submissions)}.";

    /// <inheritdoc />
    public override string CollectedNotRead(IReadOnlyList<string> submissions) =>
        $"Not readable, and left out: {List(submissions)}.";

    /// <inheritdoc />
    public override string WitnessesWritten(string file) => $"{file} keeps what was seen, and when.";

    /// <inheritdoc />
    public override string NoSuchRoster(string file) => $"--roster={file}: there is no such file.";

    /// <inheritdoc />
    public override string RosterWithoutColumns(string file, IReadOnlyList<string> headings) =>
        $"--roster={file}: the first line must name the columns, and one of them must be id or name. It names: {List(headings)}.";

    /// <inheritdoc />
    public override string SameStudent(string file, string id) => $"--roster={file}: two students have the id {id}.";

    /// <inheritdoc />
    public override string RosterLanguage(string file, string student, string code, IReadOnlyList<string> known) =>
        $"--roster={file}: the language of {student} is {code}, and the kit speaks {List(known)}.";
}
