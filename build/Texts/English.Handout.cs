namespace Lab.Build.Texts;

// Starters, and the kit as students get it.
public sealed partial class English
{
    /// <inheritdoc />
    public override string StarterTarget => "Lays down the starters, or that of --exercise; work that was begun stays";

    /// <inheritdoc />
    public override string HandoutTarget => "Writes the kit for students, without solutions, to --out=lab.zip";

    /// <inheritdoc />
    public override string ForceArgument =>
        "lay down the starter although the program was begun; the program is kept in Program.cs.old";

    /// <inheritdoc />
    public override string OutArgument => "the file for the students' kit, or the folder for everything about a class";

    /// <inheritdoc />
    public override string StarterLaid(string program) => $"{program} is the starter now.";

    /// <inheritdoc />
    public override string StarterLaidBeside(string program, string kept) =>
        $"{program} is the starter now. Your program is in {kept}.";

    /// <inheritdoc />
    public override string StarterWouldHide(string program) =>
        $"{program} stays as it is, because you have begun it. With --force, the starter takes its place, and your program is kept beside it.";

    /// <inheritdoc />
    public override string StarterNotWritten(string program, string why) => $"{program} cannot be written. {why}";

    /// <inheritdoc />
    public override string NotForStudents(string what) =>
        $"{what} is not part of this kit: it is for teachers, and this is the kit for students.";

    /// <inheritdoc />
    public override string OutNeeded => "Say where the students' kit goes: --out=lab.zip";

    /// <inheritdoc />
    public override string NotZip(string file) =>
        $"--out={file}: the students' kit is a zip archive, so its name ends with .zip.";

    /// <inheritdoc />
    public override string NothingCommitted(string why) =>
        $"The students' kit is made from the last commit, and git gives none. {why}";

    /// <inheritdoc />
    public override string HandoutIsProven(string commit) =>
        $"The students' kit of commit {commit} is tried in a temporary folder: it builds, each starter fails at step 1, a "
        + "right program passes. This takes a minute or two …";

    /// <inheritdoc />
    public override string HandoutWritten(string file, int files) =>
        $"{file} holds the students' kit: {Number(files)} files, no solutions.";

    /// <inheritdoc />
    public override string BadHandout(string flaw) => $"The students' kit was not written. {flaw}";

    /// <inheritdoc />
    public override string HoldsSolution(string file, string lines) => $"{file} holds lines of a solution:\n{lines}";

    /// <inheritdoc />
    public override string StarterNotAtStep1(Exercise exercise, string output) =>
        $"The check of its starter of {exercise.Id} should say that step 1 comes next. It printed:\n{output}";

    /// <inheritdoc />
    public override string RightProgramFails(Exercise exercise, string output) =>
        $"A right program for {exercise.Id} should pass there. The check printed:\n{output}";
}
