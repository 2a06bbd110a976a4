using Cake.Core;
using Cake.Frosting;
using Lab.Build.Texts;

namespace Lab.Build;

/// <summary>The exit code of the whole run: 0 all passes, 1 not yet, 2 it could not be done.</summary>
public sealed class ExitCode
{
    /// <summary>The code: of several targets, the worst one counts.</summary>
    public int Value { get; private set; }

    /// <summary>Notes how one target ended.</summary>
    public void Add(int code) => Value = Math.Max(Value, code);
}

/// <summary>The arguments of a run, read once and checked, for all tasks.</summary>
public sealed class LabContext : FrostingContext
{
    private const string Target = "target";

    private static readonly string[] _checks = [.. Exercise.All.Select(exercise => exercise.Id)];

    // Which targets take which argument.
    private static readonly Dictionary<string, string[]> _takers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["program"] = _checks,
        ["solution"] = [.. _checks, "Full"],
        ["command"] = _checks,
        ["output"] = [.. _checks, "Bench"],
        ["seed"] = [.. _checks, "Full", "Watch"],
        ["full"] = _checks,
        ["rounds"] = ["Load", "Bench"],
        ["exercise"] = ["Hint", "Watch"],
        ["step"] = ["Hint"],
        ["host"] = ["Netcat"],
        ["port"] = ["Netcat"],
        ["listen"] = ["Netcat"],
        ["udp"] = ["Netcat"],
        ["exercises"] = ["Demo"],
    };

    // Those that are there or not; all others have a value.
    private static readonly string[] _switches = ["solution", "full", "listen", "udp", "exercises"];

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="CakeException">One of them is unknown, or says nothing, or does not go with another.</exception>
    public LabContext(ICakeContext context, ExitCode exitCode)
        : base(context)
    {
        ExitCode = exitCode;
        RefuseMisplaced();
        RefuseMistyped();
        Program = One("program");
        Command = One("command");
        Solution = Arguments.HasArgument("solution");
        Full = Arguments.HasArgument("full");
        if (new[] { Program is not null, Command is not null, Solution }.Count(given => given) > 1)
            throw new CakeException(Catalogue.Current.OnlyOneProgram);
        Outputs = [.. Arguments.GetArguments("output")];
        if (Outputs.FirstOrDefault(file => Path.GetExtension(file) != ".json") is { } other)
            throw new CakeException(Catalogue.Current.UnknownOutput(other));
        Seed = ReadSeed(One("seed"));
        Rounds = ReadRounds(One("rounds"));
        Exercise = ReadExercise(One("exercise"));
        Step = One("step");
        Host = One("host");
        Port = ReadPort(One("port"));
        Listen = Arguments.HasArgument("listen");
        Udp = Arguments.HasArgument("udp");
        OwnPrograms = Arguments.HasArgument("exercises");
    }

    /// <summary>Set by the task that knows.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>The program to check, or the folder that holds it; null for the exercise's own.</summary>
    public string? Program { get; }

    /// <summary>The command to check instead of a C# program.</summary>
    public string? Command { get; }

    /// <summary>Whether to check the reference solution.</summary>
    public bool Solution { get; }

    /// <summary>Whether to wait out the default timeout as well.</summary>
    public bool Full { get; }

    /// <summary>The files to write the result to.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The seed of the words that scenarios send.</summary>
    public int Seed { get; }

    /// <summary>How often the targets Load and Bench do what they do; null for their usual number.</summary>
    public int? Rounds { get; }

    /// <summary>The exercise that a target for all of them is to look at; null for whichever comes next.</summary>
    public Exercise? Exercise { get; }

    /// <summary>The step to give a hint for; null for the one that the student is at.</summary>
    public string? Step { get; }

    /// <summary>Netcat's host; null for its default.</summary>
    public string? Host { get; }

    /// <summary>Netcat's port; null where none is given.</summary>
    public int? Port { get; }

    /// <summary>Whether netcat waits for a connection, instead of opening one.</summary>
    public bool Listen { get; }

    /// <summary>Whether netcat speaks UDP.</summary>
    public bool Udp { get; }

    /// <summary>Whether the demonstration uses the student's programs, instead of the solutions.</summary>
    public bool OwnPrograms { get; }

    /// <summary>Says in one sentence why there is no result, and ends with the exit code for that.</summary>
    public void Refuse(string why)
    {
        Console.Error.WriteLine(why);
        ExitCode.Add(2);
    }

    // What nobody reads would be a question without an answer.
    private void RefuseMisplaced()
    {
        string[] targets = Arguments.HasArgument(Target) ? [.. Arguments.GetArguments(Target)] : ["Default"];
        foreach (var argument in Arguments.GetArguments().Keys.Where(key => !Is(key, Target)))
        {
            if (!_takers.TryGetValue(argument, out var takers))
                throw new CakeException(Catalogue.Current.UnknownArgument(argument, [.. _takers.Keys]));
            if (!targets.Any(target => takers.Any(taker => Is(taker, target))))
                throw new CakeException(Catalogue.Current.MisplacedArgument(argument, targets[0], takers));
        }
    }

    // A switch with a value may be meant to be off; anything else without one was forgotten.
    private void RefuseMistyped()
    {
        foreach (var (argument, values) in Arguments.GetArguments().Where(one => !Is(one.Key, Target)))
        {
            var isSwitch = _switches.Contains(argument, StringComparer.OrdinalIgnoreCase);
            if (values.Any(value => string.IsNullOrEmpty(value) != isSwitch))
                throw new CakeException(Catalogue.Current.MistypedArgument(argument, isSwitch));
        }
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private string? One(string name) => Arguments.GetArguments(name).LastOrDefault();

    private static Exercise? ReadExercise(string? text) =>
        text is null
            ? null
            : Exercise.All.FirstOrDefault(one => one.Id.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new CakeException(Catalogue.Current.NoSuchExercise(text));

    private static int? ReadPort(string? text) =>
        text is null ? null
        : int.TryParse(text, out var port) && port is > 0 and <= ushort.MaxValue ? port
        : throw new CakeException(Catalogue.Current.BadPort(text));

    private static int ReadSeed(string? text) =>
        text is null ? Random.Shared.Next(1000, 10_000)
        : int.TryParse(text, out var seed) && seed is >= 0 and < 10_000 ? seed
        : throw new CakeException(Catalogue.Current.BadSeed(text));

    private static int? ReadRounds(string? text) =>
        text is null ? null
        : int.TryParse(text, out var rounds) && rounds is > 0 and <= 1000 ? rounds
        : throw new CakeException(Catalogue.Current.BadRounds(text));
}
