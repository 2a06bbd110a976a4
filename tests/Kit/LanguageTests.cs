using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Programs in other languages, given as a command, get the same verdicts.</summary>
public sealed class LanguageTests
{
    private static readonly string _programs = Path.Combine(KitFolder.Root, "tests", "Programs");
    private static readonly string[] _languages = ["Python", "Node", "C"];

    private const string Encoded = "message.encode()";
    private const string Decoded = "data.decode(errors=\"replace\")";

    private static readonly Lazy<Task<string>> _python = new(FindPython);

    public static IEnumerable<TestCaseData> RightPrograms =>
        from file in _languages.SelectMany(Folder)
        let data = new TestCaseData(ExerciseOf(file), file).SetArgDisplayNames(Shown(file))
        select IsEnough(file) ? data : data.SetCategory(AllAttribute.Category);

    public static IEnumerable<WrongProgram> WrongPrograms => [.. WrongPython, .. WrongNode, WrongC];

    // One program of each language is enough, if each is for another exercise.
    private static bool IsEnough(string file) =>
        _languages.Zip(Exercise.All).Any(one => Folder(one.First).First(IsFor(one.Second)) == file);

    private static Func<string, bool> IsFor(Exercise exercise) => file => ExerciseOf(file) == exercise;

    private static IEnumerable<WrongProgram> WrongPython =>
        [
            Python("no timeout", "client", "2", Verdict.StillRunning, ("    sock.settimeout(timeout)\n", "")) with
            {
                Waiting = "7 8",
            },
            Python("a newline added", "client", "4", Verdict.ExtraBytes, (Encoded, "(message + \"\\n\").encode()")) with
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            Python("ASCII", "client", "4", Verdict.CleanClose, (Encoded, "message.encode(\"ascii\")")),
            Python(
                "its own message shown",
                "client",
                "6",
                Verdict.WrongBytes,
                ("print(reply.decode())", "print(message)")
            ) with
            {
                Difference = DifferenceKind.OwnMessage,
            },
            Python("the bytes shown", "client", "6", Verdict.WrongBytes, ("print(reply.decode())", "print(reply)")) with
            {
                Difference = DifferenceKind.BytesShown,
                Cause = Cause.BytesNotDecoded,
            },
            Python(
                "one error handled",
                "client",
                "7",
                Verdict.UnhandledException,
                ("except Exception", "except KeyError")
            ) with
            {
                Observed = Symptom.CrashedBy,
                Evidence = "ConnectionRefusedError",
            },
            Python("any address", "echo_server", "2", Verdict.ListensElsewhere, ("(host, port))", "(\"\", port))")) with
            {
                Observed = Symptom.ListensElsewhere,
                Evidence = "0.0.0.0",
            },
            Python(
                "no timeout",
                "echo_server",
                "3",
                Verdict.StillRunning,
                ("    server.settimeout(timeout)\n", "")
            ) with
            {
                Waiting = "6 7",
            },
            Python("one client only", "echo_server", "5", Verdict.EndedEarly, ("while True:", "for once in [1]:")),
            Python("the listening socket read", "echo_server", "5c", Verdict.Silent, ("client.recv", "server.recv")),
            Python(
                "ten clients only",
                "echo_server",
                "5",
                Verdict.EndedEarly,
                ("while True:", "for number in range(10):")
            ),
            Python(
                "the listening socket kept open after three clients",
                "echo_server",
                "5",
                Verdict.NeverServed,
                ("while True:", "for number in range(3):"),
                ("except socket.timeout", "    sys.stdin.read()\nexcept socket.timeout")
            ),
            Python("dies of a letter", "echo_server", "5b", Verdict.EndedEarly, (Decoded, "data.decode(\"ascii\")")),
            Python("the bytes shown", "echo_server", "5c", Verdict.WrongBytes, (Decoded, "data")) with
            {
                Difference = DifferenceKind.BytesShown,
                Cause = Cause.BytesNotDecoded,
            },
            Python(
                "the newline lost",
                "echo_server",
                "5d",
                Verdict.CleanClose,
                ("send(data)", "send(data.strip())")
            ) with
            {
                Difference = DifferenceKind.NewlineMissing,
            },
            Python(
                "re-encoded",
                "echo_server",
                "5d",
                Verdict.WrongBytes,
                ("send(data)", $"send({Decoded}.encode())")
            ) with
            {
                Difference = DifferenceKind.Reencoded,
            },
            Python("dies decoding", "echo_server", "5d", Verdict.CleanClose, (Decoded, "data.decode()")) with
            {
                HasEnded = true,
            },
            Python("one try", "echo_server", "6", Verdict.EndedEarly, ("except OSError", "except KeyError")) with
            {
                Evidence = "Connection reset",
            },
            Python(
                "a lock around each client",
                "threaded_server",
                "5b",
                Verdict.NeverServed,
                ("server = socket.socket(", "lock = threading.Lock()\nserver = socket.socket("),
                ("        threading.Thread(", "        lock.acquire()\n        threading.Thread("),
                ("        client.close()", "        client.close()\n        lock.release()")
            ) with
            {
                Observed = OperatingSystem.IsLinux() ? Symptom.AcceptedOnly : Symptom.NothingCame,
                Cause = OperatingSystem.IsLinux() ? Cause.ThreadsWait : null,
            },
            Python(
                "a thread that dies",
                "threaded_server",
                "6b",
                Verdict.Silent,
                ("data.decode(errors=\"replace\")", "data.text"),
                (
                    "except Exception as error:\n        print(\"Cliente",
                    "except OSError as error:\n        print(\"Cliente"
                )
            ) with
            {
                Cause = Cause.ThreadDied,
            },
            Python(
                "called at once",
                "threaded_server",
                "5b",
                Verdict.NeverServed,
                ("serve, args=(client, address)", "serve(client, address)")
            ) with
            {
                Waiting = "6 check",
            },
            Python(
                "a shared client",
                "threaded_server",
                "6",
                Verdict.CleanClose,
                ("def serve(client, address):", "def serve():"),
                ("args=(client, address)", "args=()")
            ),
            Python(
                "the thread never started",
                "threaded_server",
                "5b",
                Verdict.NeverServed,
                ("args=(client, address)).start()", "args=(client, address))")
            ),
            Python(
                "the threads kept and never started",
                "threaded_server",
                "5b",
                Verdict.NeverServed,
                ("server = socket.socket(", "threads = []\nserver = socket.socket("),
                (
                    "threading.Thread(target=serve, args=(client, address)).start()",
                    "threads.append(threading.Thread(target=serve, args=(client, address)))"
                )
            ),
            Python(
                "clients kept and served by nobody",
                "threaded_server",
                "5b",
                Verdict.NeverServed,
                ("server = socket.socket(", "clients = []\nserver = socket.socket("),
                ("threading.Thread(target=serve, args=(client, address)).start()", "clients.append(client)")
            ),
        ];

    private static IEnumerable<WrongProgram> WrongNode =>
        [
            Node(
                "a timeout in seconds",
                "client",
                "2",
                Verdict.EndedEarly,
                ("Number(timeout) * 1000", "Number(timeout)")
            ),
            Node("its own message shown", "client", "6", Verdict.WrongBytes, ("reply.toString()", "message")) with
            {
                Difference = DifferenceKind.OwnMessage,
            },
            Node(
                "no handler of errors",
                "client",
                "7",
                Verdict.UnhandledException,
                ("socket.on(\"error\"", "socket.on(\"none\"")
            ) with
            {
                Evidence = "Error",
            },
            Node(
                "any address",
                "echo_server",
                "2",
                Verdict.ListensElsewhere,
                ("Number(port), host,", "Number(port),")
            ) with
            {
                Observed = Symptom.ListensElsewhere,
                Evidence = "[::]",
            },
            Node("an echo as text", "echo_server", "5d", Verdict.WrongBytes, ("end(data)", "end(data.toString())")) with
            {
                Difference = DifferenceKind.Reencoded,
            },
            Node(
                "one client only",
                "threaded_server",
                "5",
                Verdict.EndedEarly,
                ("refresh();", "refresh(); clearTimeout(waiting); server.close();")
            ),
            Node(
                "the last client",
                "threaded_server",
                "6",
                Verdict.Silent,
                ("function serve(client) {", "let last;\nfunction serve(client) {\n  last = client;"),
                ("client.write(data)", "last.write(data)")
            ),
        ];

    // C keeps output in a buffer until it is full, unless the output goes to a terminal.
    private static WrongProgram WrongC =>
        Wrong("C, output held back", "C/echo_server.c", "5c", Verdict.Silent, [("        fflush(stdout);\n", "")]) with
        {
            Cause = Cause.OutputHeldBack,
        };

    [TestCaseSource(nameof(RightPrograms))]
    public async Task A_right_program_in_another_language_passes(Exercise exercise, string file)
    {
        using var folder = new TemporaryFolder();

        var result = await Checks.RunCommand(exercise, await Command(file, folder.Path));

        Passes(result);
        Baseline.AssertHolds(KitFolder.Shown(file), result);
    }

    [All]
    [TestCaseSource(nameof(WrongPrograms))]
    public async Task A_wrong_program_in_another_language_is_told_what_is_wrong(WrongProgram program)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(Path.GetFileName(program.File!), program.Source());

        var result = await Checks.RunCommand(program.Exercise, await Command(file, folder.Path));

        program.AssertToldBy(result);
        Baseline.AssertHolds(program.ToString(), result);
    }

    private static void Passes(JsonElement result)
    {
        Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
        Assert.That(
            result.GetProperty("steps").EnumerateArray().Select(step => step.Text("status")),
            Is.All.EqualTo("passed"),
            "no step in doubt"
        );
        var closing = result.Text("exercise") == "Ex2" ? "7" : "8";
        Assert.That(result.StepIn(closing).Notes, Does.Contain(StepNote.FromTheWire));
    }

    private static WrongProgram Python(
        string bug,
        string program,
        string step,
        Verdict verdict,
        params (string, string)[] changes
    ) => Wrong($"Python, {bug}", $"Python/{program}.py", step, verdict, changes);

    private static WrongProgram Node(
        string bug,
        string program,
        string step,
        Verdict verdict,
        params (string, string)[] changes
    ) => Wrong($"Node, {bug}", $"Node/{program}.js", step, verdict, changes);

    private static WrongProgram Wrong(
        string name,
        string file,
        string step,
        Verdict verdict,
        (string, string)[] changes
    ) =>
        new(name, step, verdict)
        {
            Exercise = ExerciseOf(file),
            File = file,
            Changes = changes,
        };

    private static IEnumerable<string> Folder(string name) =>
        Directory.EnumerateFiles(Path.Combine(_programs, name)).Order();

    private static string Shown(string file) => Path.GetRelativePath(_programs, file).Replace('\\', '/');

    private static Exercise ExerciseOf(string file) =>
        Path.GetFileNameWithoutExtension(file) switch
        {
            "client" => Exercise.Client,
            "echo_server" => Exercise.EchoServer,
            _ => Exercise.ThreadedServer,
        };

    private static async Task<string> Command(string file, string folder) =>
        Path.GetExtension(file) switch
        {
            ".c" => $"\"{await Compile(file, folder)}\"",
            ".js" => $"\"{Installed("node")}\" \"{file}\"",
            _ => $"\"{await _python.Value}\" \"{file}\"",
        };

    // The command in the path may be a script that searches for the interpreter. This costs half a second each time.
    private static async Task<string> FindPython()
    {
        var found = OperatingSystem.IsWindows() ? Installed("python", "py") : Installed("python3");
        var answer = await Cli.Wrap(found)
            .WithArguments(["-c", "import sys; print(sys.executable)"])
            .ExecuteBufferedAsync();
        return answer.StandardOutput.Trim();
    }

    private static async Task<string> Compile(string file, string folder)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("the programs in C are written for Linux");
        var program = Path.Combine(folder, Path.GetFileNameWithoutExtension(file));
        await Cli.Wrap(Installed("gcc")).WithArguments(["-pthread", "-o", program, file]).ExecuteBufferedAsync();
        return program;
    }

    private static string Installed(params string[] names)
    {
        var found = names.Select(Machine.Find).FirstOrDefault(path => path is not null);
        if (found is null)
            Assert.Ignore($"{names[0]} is not installed");
        return found!;
    }
}
