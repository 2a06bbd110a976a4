using Lab.Build.Diagnosing;

namespace Lab.Build;

/// <summary>One of the practical's exercises.</summary>
/// <param name="Id">Its name as a target, such as <c>Ex1</c>.</param>
/// <param name="Folder">Its folder in <c>exercises/</c> and <c>solutions/</c>.</param>
/// <param name="StepIds">The ids of its steps, in order.</param>
public sealed record Exercise(string Id, string Folder, IReadOnlyList<string> StepIds)
{
    /// <summary>Exercise 1: the client.</summary>
    public static readonly Exercise Client = new("Ex1", "Ex1.Client", Ids("1 2 3 4 5 6 7 8"));

    /// <summary>Exercise 2: the echo server.</summary>
    public static readonly Exercise EchoServer = new("Ex2", "Ex2.EchoServer", Ids("1 2 3 4 5 5a 5b 5c 5d 5e 6 7"));

    /// <summary>Exercise 3: the multithreaded echo server.</summary>
    public static readonly Exercise ThreadedServer = new(
        "Ex3",
        "Ex3.ThreadedServer",
        Ids("1 2 3 4 5 5a 5b 6 6a 6b 6c 6d 7 8 check")
    );

    /// <summary>The timeout that a program has when it is not told another: the practical asks for it.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(300);

    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<Exercise> All = [Client, EchoServer, ThreadedServer];

    /// <summary>What its program is.</summary>
    public Role Role => this == Client ? Role.Client : Role.Server;

    /// <summary>The exercise that follows this one; null after the last.</summary>
    public Exercise? Following => All.SkipWhile(exercise => exercise != this).Skip(1).FirstOrDefault();

    /// <inheritdoc />
    public override string ToString() => Id;

    private static string[] Ids(string ids) => ids.Split(' ');
}
