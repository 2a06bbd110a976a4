using System.Globalization;
using Lab.Build.Checking;

namespace Lab.Build.Texts;

/// <summary>English.</summary>
public sealed partial class English : Catalogue
{
    private static readonly Dictionary<string, string> _client = new()
    {
        ["1"] = "Create a connection-oriented socket (TCP)",
        ["2"] = "Set a timeout of 300 seconds",
        ["3"] = "Connect to the server's address (host and port)",
        ["4"] = "Send the encoded message",
        ["5"] = "Receive the reply on the same socket",
        ["6"] = "Decode the reply and show it",
        ["7"] = "Handle the timeout exception, and any other",
        ["8"] = "In every case close the socket at the end",
    };

    private static readonly Dictionary<string, string> _bothServers = new()
    {
        ["1"] = "Create a connection-oriented socket",
        ["2"] = "Bind it to the address and port",
        ["3"] = "Set a timeout of 300 seconds",
        ["4"] = "Listen",
        ["5"] = "Loop for ever",
        ["5a"] = "Accept a client",
    };

    private static readonly Dictionary<string, string> _echoServer = new(_bothServers)
    {
        ["5b"] = "Receive the message from the client's socket",
        ["5c"] = "Show the message",
        ["5d"] = "Send the same message back",
        ["5e"] = "Close the client's socket",
        ["6"] = "Handle the timeout exception, and any other",
        ["7"] = "Close the server's socket at the end",
    };

    private static readonly Dictionary<string, string> _threadedServer = new(_bothServers)
    {
        ["5b"] = "Create and start a thread that serves this client",
        ["6"] = "The function that serves one client",
        ["6a"] = "Receive the message from the client's socket",
        ["6b"] = "Show the message",
        ["6c"] = "Send the same message back",
        ["6d"] = "Close the client's socket",
        ["7"] = "Handle the timeout exception, and any other, in the loop and in the thread",
        ["8"] = "Close the server's socket at the end",
        ["check"] = "The practical's own acceptance",
    };

    /// <inheritdoc />
    public override string Name(Exercise exercise) =>
        exercise == Exercise.Client ? "the client"
        : exercise == Exercise.EchoServer ? "the echo server"
        : "the multithreaded echo server";

    /// <inheritdoc />
    public override string StepTitle(Exercise exercise, string id) =>
        id == CheckResult.Compile ? "Compile the program"
        : exercise == Exercise.Client ? _client[id]
        : exercise == Exercise.EchoServer ? _echoServer[id]
        : _threadedServer[id];

    /// <inheritdoc />
    public override string Progress(CheckProgress progress)
    {
        var count = $"{Number(progress.Done)} of {Number(progress.All)} scenarios";
        return progress.Phase switch
        {
            CheckPhase.Compiling => "compiling …",
            CheckPhase.PlayingAgain => $"checking once more what only the clock has failed … {count}",
            _ when progress.Left is { } left =>
                $"checking … {count}; the default timeout ends in {left.ToString(@"m\:ss", CultureInfo.InvariantCulture)}",
            _ => $"checking … {count}",
        };
    }

    /// <inheritdoc />
    public override string Heading(CheckResult result) =>
        $"{result.Exercise.Id} · {Name(result.Exercise)} · {result.Program}";

    /// <inheritdoc />
    public override string WaitsFor(string id) =>
        id == CheckResult.Compile ? "not checked: the program must compile first" : $"not checked: it needs step {id}";

    /// <inheritdoc />
    public override string Note(StepNote note) =>
        note switch
        {
            StepNote.PassedAlone => "only the clock had failed it; played once more, alone, it passes",
            StepNote.FailedTwice =>
                "only the clock failed it; played once more, alone and with twice the time, it fails again",
            _ =>
                "judged as far as the wire shows it: only in a .NET program can be seen when it receives, and who closed "
                    + "a socket, the program or the operating system at its end",
        };

    /// <inheritdoc />
    public override string NoteOn(IReadOnlyList<string> steps, StepNote note) =>
        (steps.Count == 1 ? "Step " : "Steps ") + $"{string.Join(", ", steps)}: {Note(note)}.";

    /// <inheritdoc />
    public override string NotCheckedYet(IReadOnlyList<string> steps) =>
        $"Not checked yet: {string.Join(", ", steps)}.";

    /// <inheritdoc />
    public override string GoingFurther => "Going further (not asked for):";

    /// <inheritdoc />
    public override string AllPassed(CheckResult result) =>
        $"All {Number(result.Steps.Count)} steps pass. "
        + (
            result.Exercise.Following is { } following
                ? $"Next exercise: {following.Id}, {Name(following)}, in exercises/{following.Folder}."
                : "That was the last exercise. Commit it, and be ready to explain it."
        );

    /// <inheritdoc />
    public override string SomePassed(int passed, int all) => $"{Number(passed)} of {Number(all)} steps pass.";

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
    public override string KitFault(Exception failure) =>
        $"something in the kit went wrong, and your program is not to blame. {failure.GetType().Name}: {failure.Message}";

    /// <inheritdoc />
    public override string CompilerFailed(string output) => $"The C# compiler itself failed: {output}";

    /// <inheritdoc />
    public override string NoSdkBeside(string folder) =>
        $"The .NET SDK is incomplete: {folder} is missing. Install the .NET 10 SDK from https://dot.net.";

    /// <inheritdoc />
    public override string NoRoom(string folder, string why) =>
        $"The check could not be done, perhaps for want of room or rights in the temporary folder {folder}: {why}";

    /// <inheritdoc />
    public override string Interrupted => "Interrupted. Nothing was left running.";

    /// <inheritdoc />
    public override string StageFailed(string command) => $"This failed: {command}";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) =>
        time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
