using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Arguments;

/// <summary>The table of all arguments. It decides which arguments are read, refused and described.</summary>
public static class KitArgument
{
    private const int HighestSeed = 9999;

    private static readonly string[] _checks = [.. Exercise.All.Select(exercise => exercise.Id)];
    private static readonly string[] _results = [.. _checks, Target.Report];

    /// <summary>The program to check, or the folder that holds it. Null for the exercise's own program.</summary>
    public static readonly Argument<string?> Program = Value(
        "program",
        "my.cs",
        _checks,
        words => words.ProgramArgument,
        text => text
    );

    /// <summary>Whether to check the reference solution.</summary>
    public static readonly Argument<bool> Solution = Switch(
        "solution",
        [.. _checks, Target.Full],
        words => words.SolutionArgument
    ) with
    {
        IsForTeachers = true,
    };

    /// <summary>The command to check instead of a C# program.</summary>
    public static readonly Argument<string?> Command = Value(
        "command",
        "python3 server.py",
        _checks,
        words => words.CommandArgument,
        text => text
    );

    /// <summary>The files for the result.</summary>
    public static readonly Argument<IReadOnlyList<string>> Output = Several(
        "output",
        "result.json",
        _results,
        words => words.OutputArgument,
        ReadOutput
    );

    /// <summary>The file with the result of an earlier check. Null if none is given.</summary>
    public static readonly Argument<string?> Input = Value(
        "input",
        "result.json",
        [Target.Report],
        words => words.InputArgument,
        text => text
    );

    /// <summary>Whether to draw every conversation, and not only the one of the step to mend.</summary>
    public static readonly Argument<bool> Ladder = Switch("ladder", _results, words => words.LadderArgument);

    /// <summary>Whether to draw the same conversation with a right program beside the one of the step to mend.</summary>
    public static readonly Argument<bool> Beside = Switch("beside", _results, words => words.BesideArgument);

    /// <summary>The seed for the words that the probes send. Null for a random one.</summary>
    public static readonly Argument<int?> Seed = Value(
        "seed",
        "4711",
        [.. _checks, Target.Full, Target.Watch],
        words => words.SeedArgument,
        text => ReadNumber(text, 0, HighestSeed, wrong => new Refusal.BadSeed(wrong))
    );

    /// <summary>Whether to check the default timeout too, by waiting until it is over.</summary>
    public static readonly Argument<bool> Full = Switch("full", _checks, words => words.FullArgument);

    /// <summary>The exercise that a target for all exercises looks at. Null for the one that comes next.</summary>
    public static readonly Argument<Exercise?> OneExercise = Value(
        "exercise",
        "Ex2",
        [Target.Hint, Target.Watch, Target.Starter],
        words => words.ExerciseArgument,
        ReadExercise
    );

    /// <summary>The step to give a hint for. Null for the student's next step.</summary>
    public static readonly Argument<string?> Step = Value(
        "step",
        "5d",
        [Target.Hint],
        words => words.StepArgument,
        text => text
    );

    /// <summary>Netcat's host; null for its default.</summary>
    public static readonly Argument<string?> Host = Value(
        "host",
        "127.0.0.1",
        [Target.Netcat],
        words => words.HostArgument,
        text => text
    );

    /// <summary>Netcat's port. Null if none is given.</summary>
    public static readonly Argument<int?> Port = Value(
        "port",
        "9000",
        [Target.Netcat],
        words => words.PortArgument,
        text => ReadNumber(text, 1, ushort.MaxValue, wrong => new Refusal.BadPort(wrong))
    );

    /// <summary>Whether netcat waits for a connection, instead of opening one.</summary>
    public static readonly Argument<bool> Listen = Switch("listen", [Target.Netcat], words => words.ListenArgument);

    /// <summary>Whether netcat speaks UDP.</summary>
    public static readonly Argument<bool> Udp = Switch("udp", [Target.Netcat], words => words.UdpArgument);

    /// <summary>Whether the demonstration uses the student's programs, instead of the solutions.</summary>
    public static readonly Argument<bool> Exercises = Switch(
        "exercises",
        [Target.Demo],
        words => words.ExercisesArgument
    ) with
    {
        IsForTeachers = true,
    };

    /// <summary>The language of everything that is shown.</summary>
    public static readonly Argument<Catalogue> Lang = Value(
        "lang",
        "es",
        Target.All,
        words => words.LangArgument,
        Languages.Choose
    );

    /// <summary>Whether to run all of the kit's tests.</summary>
    public static readonly Argument<bool> AllTests = Switch("all", [Target.Test], words => words.AllArgument) with
    {
        IsForTeachers = true,
    };

    /// <summary>Whether to lay down a starter although somebody has begun the program, which is kept beside it.</summary>
    public static readonly Argument<bool> Force = Switch("force", [Target.Starter], words => words.ForceArgument);

    /// <summary>The file for the handout, or the folder for everything about a class. Null if none is given.</summary>
    public static readonly Argument<string?> Out = ForTeacher(
        "out",
        "lab.zip",
        [Target.Handout, Target.Collect, Target.Grade, Target.Merge],
        words => words.OutArgument
    );

    /// <summary>The folder with what the students of a class have handed in. Null if none is given.</summary>
    public static readonly Argument<string?> Submissions = ForTeacher(
        "submissions",
        "class",
        [Target.Collect, Target.Grade],
        words => words.SubmissionsArgument
    );

    /// <summary>The table of the students. Null if none is given.</summary>
    public static readonly Argument<string?> Roster = ForTeacher(
        "roster",
        "roster.csv",
        [Target.Grade],
        words => words.RosterArgument
    );

    /// <summary>The teacher's rule. Null for the practical's own.</summary>
    public static readonly Argument<string?> Config = ForTeacher(
        "config",
        "grading.json",
        [Target.Handout, Target.Grade, Target.Merge],
        words => words.ConfigArgument
    );

    /// <summary>The table of the teacher's marks. Null if none is given.</summary>
    public static readonly Argument<string?> Marks = ForTeacher(
        "marks",
        "marks.csv",
        [Target.Grade, Target.Merge],
        words => words.MarksArgument
    );

    /// <summary>The part of the class to grade. Null for the whole class.</summary>
    public static readonly Argument<string?> Shard = ForTeacher(
        "shard",
        "2/8",
        [Target.Grade],
        words => words.ShardArgument
    );

    /// <summary>Whether programs run confined. Null if nothing is said.</summary>
    public static readonly Argument<string?> Sandbox = ForTeacher(
        "sandbox",
        "off",
        [Target.Grade],
        words => words.SandboxArgument
    );

    /// <summary>The ids of the students to check again: all if there is none. Null if nothing is checked again.</summary>
    public static readonly Argument<IReadOnlyList<string>?> Again = new Argument<IReadOnlyList<string>?>(
        "again",
        "ana,bea",
        [Target.Grade],
        words => words.AgainArgument,
        values =>
            values.Count == 0
                ? null
                :
                [
                    .. values.SelectMany(value =>
                        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    ),
                ]
    )
    {
        IsForTeachers = true,
        MayLackValue = true,
    };

    /// <summary>Whether to write the practical's own rule to a new file.</summary>
    public static readonly Argument<bool> Init = Switch("init", [Target.Grade], words => words.InitArgument) with
    {
        IsForTeachers = true,
    };

    /// <summary>The folders of the parts of a class.</summary>
    public static readonly Argument<IReadOnlyList<string>> Parts = Several(
        "parts",
        "part1",
        [Target.Merge],
        words => words.PartsArgument,
        text => text
    ) with
    {
        IsForTeachers = true,
    };

    private static readonly Argument[] _everywhere =
    [
        Program,
        Solution,
        Command,
        Output,
        Input,
        Ladder,
        Beside,
        Seed,
        Full,
        OneExercise,
        Step,
        Host,
        Port,
        Listen,
        Udp,
        Exercises,
        Force,
        Lang,
        Out,
        Submissions,
        Roster,
        Config,
        Init,
        Marks,
        Again,
        Sandbox,
        Shard,
        Parts,
        AllTests,
    ];

    /// <summary>All arguments of this kit, in the order of the list.</summary>
    public static readonly IReadOnlyList<Argument> All = KitFolder.IsHandout
        ? [.. _everywhere.Where(argument => !argument.IsForTeachers)]
        : _everywhere;

    /// <summary>The arguments that students do not get.</summary>
    public static readonly IReadOnlyList<Argument> ForTeachers =
    [
        .. _everywhere.Where(argument => argument.IsForTeachers),
    ];

    private static Argument<bool> Switch(string name, IReadOnlyList<string> targets, Func<Catalogue, string> meaning) =>
        new(name, null, targets, meaning, values => values.Count > 0);

    // The last value counts if an argument is given twice, as for Cake's own arguments.
    private static Argument<T> Value<T>(
        string name,
        string example,
        IReadOnlyList<string> targets,
        Func<Catalogue, string> meaning,
        Func<string?, T> read
    ) => new(name, example, targets, meaning, values => read(values.Count > 0 ? values[^1] : null));

    private static Argument<string?> ForTeacher(
        string name,
        string example,
        IReadOnlyList<string> targets,
        Func<Catalogue, string> meaning
    ) => Value(name, example, targets, meaning, text => text) with { IsForTeachers = true };

    private static Argument<IReadOnlyList<T>> Several<T>(
        string name,
        string example,
        IReadOnlyList<string> targets,
        Func<Catalogue, string> meaning,
        Func<string, T> read
    ) => new(name, example, targets, meaning, values => [.. values.Select(read)]);

    private static string ReadOutput(string file) =>
        ResultFile.CanBe(file) ? file : throw new RefusedException(new Refusal.UnknownOutput(file));

    private static Exercise? ReadExercise(string? text) =>
        text is null
            ? null
            : Exercise.All.FirstOrDefault(one => one.Id.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new RefusedException(new Refusal.NoSuchExercise(text));

    private static int? ReadNumber(string? text, int least, int most, Func<string, Refusal> wrong) =>
        text is null ? null
        : int.TryParse(text, out var number) && number >= least && number <= most ? number
        : throw new RefusedException(wrong(text));
}
