using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build;

/// <summary>The kind of an exercise, for everything that depends on it.</summary>
public enum ExerciseKind
{
    /// <summary>The client.</summary>
    Client,

    /// <summary>The echo server.</summary>
    EchoServer,

    /// <summary>The multithreaded echo server.</summary>
    ThreadedServer,
}

/// <summary>One of the practical's exercises.</summary>
/// <param name="Kind">The kind of the exercise.</param>
/// <param name="Id">Its name as a target, such as <c>Ex1</c>.</param>
/// <param name="Folder">Its folder in <c>exercises/</c> and <c>solutions/</c>.</param>
/// <param name="Tasks">The tasks of its steps, by the steps' ids, in order.</param>
public sealed record Exercise(ExerciseKind Kind, string Id, string Folder, OrderedDictionary<string, StepTask> Tasks)
{
    /// <summary>Exercise 1: the client.</summary>
    public static readonly Exercise Client = new(
        ExerciseKind.Client,
        "Ex1",
        "Ex1.Client",
        new()
        {
            ["1"] = StepTask.CreateClientSocket,
            ["2"] = StepTask.SetTimeout,
            ["3"] = StepTask.Connect,
            ["4"] = StepTask.SendMessage,
            ["5"] = StepTask.ReceiveReply,
            ["6"] = StepTask.ShowReply,
            ["7"] = StepTask.HandleExceptions,
            ["8"] = StepTask.CloseSocket,
        }
    );

    /// <summary>Exercise 2: the echo server.</summary>
    public static readonly Exercise EchoServer = new(
        ExerciseKind.EchoServer,
        "Ex2",
        "Ex2.EchoServer",
        new()
        {
            ["1"] = StepTask.CreateServerSocket,
            ["2"] = StepTask.Bind,
            ["3"] = StepTask.SetTimeout,
            ["4"] = StepTask.Listen,
            ["5"] = StepTask.Loop,
            ["5a"] = StepTask.Accept,
            ["5b"] = StepTask.ReceiveMessage,
            ["5c"] = StepTask.ShowMessage,
            ["5d"] = StepTask.SendBack,
            ["5e"] = StepTask.CloseClient,
            ["6"] = StepTask.HandleExceptions,
            ["7"] = StepTask.CloseServer,
        }
    );

    /// <summary>Exercise 3: the multithreaded echo server.</summary>
    public static readonly Exercise ThreadedServer = new(
        ExerciseKind.ThreadedServer,
        "Ex3",
        "Ex3.ThreadedServer",
        new()
        {
            ["1"] = StepTask.CreateServerSocket,
            ["2"] = StepTask.Bind,
            ["3"] = StepTask.SetTimeout,
            ["4"] = StepTask.Listen,
            ["5"] = StepTask.Loop,
            ["5a"] = StepTask.Accept,
            ["5b"] = StepTask.StartThread,
            ["6"] = StepTask.ServeClient,
            ["6a"] = StepTask.ReceiveMessage,
            ["6b"] = StepTask.ShowMessage,
            ["6c"] = StepTask.SendBack,
            ["6d"] = StepTask.CloseClient,
            ["7"] = StepTask.HandleInThreads,
            ["8"] = StepTask.CloseServer,
            ["check"] = StepTask.Acceptance,
        }
    );

    /// <summary>The timeout that a program has by default. The practical asks for it.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(300);

    /// <summary>All exercises, in order.</summary>
    public static readonly IReadOnlyList<Exercise> All = [Client, EchoServer, ThreadedServer];

    /// <summary>The ids of its steps, in order.</summary>
    public IReadOnlyList<string> StepIds => Tasks.Keys;

    /// <summary>The role of its program.</summary>
    public Role Role => Kind == ExerciseKind.Client ? Role.Client : Role.Server;

    /// <summary>The exercise that follows this one. Null after the last one.</summary>
    public Exercise? Following => All.SkipWhile(exercise => exercise != this).Skip(1).FirstOrDefault();

    /// <summary>The task of a step.</summary>
    /// <param name="id">The id of a step, or <see cref="ResultDocument.Compile"/>.</param>
    public StepTask TaskOf(string id) => id == ResultDocument.Compile ? StepTask.Compile : Tasks[id];

    /// <inheritdoc />
    public override string ToString() => Id;
}
