using Lab.Build.Checking;
using Lab.Build.Results;

namespace Lab.Build.Texts;

/// <summary>English.</summary>
public sealed partial class English : Catalogue
{
    /// <inheritdoc />
    public override string Name(ExerciseKind exercise) =>
        exercise switch
        {
            ExerciseKind.Client => "the client",
            ExerciseKind.EchoServer => "the echo server",
            ExerciseKind.ThreadedServer => "the multithreaded echo server",
        };

    /// <inheritdoc />
    public override string Title(StepTask task) =>
        task switch
        {
            StepTask.Compile => "Compile the program",
            StepTask.CreateClientSocket => "Create a connection-oriented socket (TCP)",
            StepTask.SetTimeout => "Set a timeout of 300 seconds",
            StepTask.Connect => "Connect to the server's address (host and port)",
            StepTask.SendMessage => "Send the encoded message",
            StepTask.ReceiveReply => "Receive the reply on the same socket",
            StepTask.ShowReply => "Decode the reply and show it",
            StepTask.HandleExceptions => "Handle the timeout exception, and any other",
            StepTask.CloseSocket => "In every case close the socket at the end",
            StepTask.CreateServerSocket => "Create a connection-oriented socket",
            StepTask.Bind => "Bind it to the address and port",
            StepTask.Listen => "Listen",
            StepTask.Loop => "Loop for ever",
            StepTask.Accept => "Accept a client",
            StepTask.StartThread => "Create and start a thread that serves this client",
            StepTask.ServeClient => "The function that serves one client",
            StepTask.ReceiveMessage => "Receive the message from the client's socket",
            StepTask.ShowMessage => "Show the message",
            StepTask.SendBack => "Send the same message back",
            StepTask.CloseClient => "Close the client's socket",
            StepTask.HandleInThreads => "Handle the timeout exception, and any other, in the loop and in the thread",
            StepTask.CloseServer => "Close the server's socket at the end",
            StepTask.Acceptance => "The practical's own acceptance",
        };

    /// <inheritdoc />
    public override string Compiling => "compiling …";

    /// <inheritdoc />
    public override string Playing(int done, int all) => $"checking … {Scenarios(done, all)}";

    /// <inheritdoc />
    public override string PlayingUntil(int done, int all, TimeSpan left) =>
        $"checking … {Scenarios(done, all)}; the default timeout ends in {Clock(left)}";

    /// <inheritdoc />
    public override string PlayingAgain(int done, int all) =>
        $"checking once more what did not come in time … {Scenarios(done, all)}";

    /// <inheritdoc />
    public override string Heading(ResultDocument result) =>
        $"{result.Exercise.Id} · {Name(result.Exercise)} · {result.Program.Name}";

    /// <inheritdoc />
    public override string Took(TimeSpan time, int seed) => $"{Seconds(time)} · seed {seed}";

    /// <inheritdoc />
    public override string WaitsToCompile => "not checked: the program must compile first";

    /// <inheritdoc />
    public override string WaitsForStep(string id) => $"not checked: it needs step {id}";

    /// <inheritdoc />
    public override string IsBeingChecked => "still being checked";

    /// <inheritdoc />
    public override string Note(StepNote note) =>
        note switch
        {
            StepNote.PassedAlone => "something came too late at first; played once more, alone, it passes",
            StepNote.FailedTwice =>
                "something did not come in time; played once more, alone and with twice the time, it fails again",
            StepNote.FromTheWire =>
                "judged only as far as the wire shows it. When a program receives, and whether the program or the "
                    + "operating system closed a socket, can be seen in .NET programs only",
            StepNote.PrintsTrace =>
                "the message is a whole exception with its stack trace. A user understands a sentence better; the "
                    + "exception's Message is one",
            StepNote.AwaitsKey =>
                "the program waits for a key before it ends, and the check pressed Enter for it. That is fine, because "
                    + "the socket was closed before. Console.ReadKey throws an exception where there is no console",
        };

    /// <inheritdoc />
    public override string NoteOn(IReadOnlyList<string> steps, StepNote note) =>
        (steps.Count == 1 ? "Step " : "Steps ") + $"{List(steps)}: {Note(note)}.";

    /// <inheritdoc />
    public override string NotCheckedYet(IReadOnlyList<string> steps) => $"Not checked yet: {List(steps)}.";

    /// <inheritdoc />
    public override string GoingFurther => "Going further (not asked for):";

    /// <inheritdoc />
    public override string AllPassed(int steps, Exercise following) =>
        $"All {Number(steps)} steps pass. Commit it, and go on with {following.Id}, {Name(following)}, in exercises/{following.Folder}.";

    /// <inheritdoc />
    public override string AllPassedAtLast(int steps) =>
        $"All {Number(steps)} steps pass. Commit it, and be ready to explain it.";

    /// <inheritdoc />
    public override string SomePassed(int passed, int all) => $"{Number(passed)} of {Number(all)} steps pass.";

    /// <inheritdoc />
    public override string SomePassSoFar(int passed, int all) =>
        $"The check was still running: {Number(passed)} of {Number(all)} steps pass so far.";

    /// <inheritdoc />
    public override string DoesNotCompile(int errors) =>
        errors == 1
            ? "The program does not compile: 1 error."
            : $"The program does not compile: {Number(errors)} errors.";

    /// <inheritdoc />
    public override string NextCompile =>
        "Next: mend the first error; the others may come from it. No step was checked.";

    /// <inheritdoc />
    public override string CouldNotCheck(string why) => $"The check could not be done: {why}";

    /// <inheritdoc />
    public override string CannotWrite(string file, string why) =>
        $"--output={file}: the result could not be written. {why}";

    /// <inheritdoc />
    public override string NoSuchProgram(string path) => $"There is no program at {path}.";

    /// <inheritdoc />
    public override string NotCSharp(string path) =>
        $"{path} is no C# program: give a .cs file, or a folder that holds one.";

    /// <inheritdoc />
    public override string NoProgramIn(string folder) => $"There is no C# file in {folder}.";

    /// <inheritdoc />
    public override string EmptyCommand => "--command holds no command.";

    /// <inheritdoc />
    public override string OpenQuote(string command) => $"--command={command}: a quote is not closed.";

    /// <inheritdoc />
    public override string CannotStart(string file) =>
        $"the command {file} cannot be started. Is it spelt right, and installed?";

    /// <inheritdoc />
    public override string KitFault(string type, string message) =>
        $"something in the kit went wrong, and your program is not to blame. {type}: {message}";

    /// <inheritdoc />
    public override string CompilerFailed(string output) => $"the C# compiler itself failed: {output}";

    /// <inheritdoc />
    public override string NoSdk(string folder) =>
        $"the .NET SDK is incomplete: {folder} is missing. Install the .NET 10 SDK from https://dot.net.";

    /// <inheritdoc />
    public override string NoRoom(string folder, string why) =>
        $"The check could not be done, perhaps for lack of room or permission in the temporary folder {folder}: {why}";

    /// <inheritdoc />
    public override string Interrupted => "Interrupted. Nothing was left running.";

    /// <inheritdoc />
    public override string StageFailed(string command) => $"This failed: {command}";

    private string Scenarios(int done, int all) => $"{Number(done)} of {Number(all)} scenarios";

    /// <inheritdoc />
    public override string SandboxFailed(string why) =>
        $"the program could not be confined, and is not to blame. {why}";

    /// <inheritdoc />
    public override string CheckerDied(string output) =>
        $"the process that checked the program has ended, perhaps because something ended it. {output}";
}
