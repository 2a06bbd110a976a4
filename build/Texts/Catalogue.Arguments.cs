using Lab.Build.Arguments;

namespace Lab.Build.Texts;

// The phrases about targets, arguments and wrong arguments.
public abstract partial class Catalogue
{
    /// <summary>The description of the target of an exercise.</summary>
    public abstract string CheckTarget(Exercise exercise);

    /// <summary>The description of the target Default.</summary>
    public abstract string DefaultTarget { get; }

    /// <summary>The description of the target Full.</summary>
    public abstract string FullTarget { get; }

    /// <summary>The description of the target Watch.</summary>
    public abstract string WatchTarget { get; }

    /// <summary>The description of the target Hint.</summary>
    public abstract string HintTarget { get; }

    /// <summary>The description of the target Netcat.</summary>
    public abstract string NetcatTarget { get; }

    /// <summary>The description of the target Demo.</summary>
    public abstract string DemoTarget { get; }

    /// <summary>The description of the target Demo in the kit for students.</summary>
    public abstract string DemoTargetOfHandout { get; }

    /// <summary>The description of the target Test.</summary>
    public abstract string TestTarget { get; }

    /// <summary>The meaning of the argument --lang.</summary>
    public abstract string LangArgument { get; }

    /// <summary>The kit does not speak this language.</summary>
    /// <param name="setting">The argument or the environment variable that names it.</param>
    /// <param name="name">The name of the language.</param>
    /// <param name="known">The codes of the languages that it speaks.</param>
    public abstract string UnknownLanguage(string setting, string name, IReadOnlyList<string> known);

    /// <summary>There is no such target.</summary>
    /// <param name="name">The target as it was typed.</param>
    /// <param name="known">The targets that there are.</param>
    public abstract string NoSuchTarget(string name, IReadOnlyList<string> known);

    /// <summary>The targets that take an argument.</summary>
    public string Takers(Argument argument) =>
        argument.Targets.SequenceEqual(Target.All) ? EveryTarget : string.Join(", ", argument.Targets);

    /// <summary>Every target takes an argument.</summary>
    public abstract string EveryTarget { get; }

    /// <summary>The headings of the table of arguments.</summary>
    public IReadOnlyList<string> ArgumentHeadings => [ArgumentHeading, TargetsHeading, MeaningHeading];

    /// <summary>The heading above the arguments.</summary>
    public abstract string ArgumentHeading { get; }

    /// <summary>The heading above the targets that take an argument.</summary>
    public abstract string TargetsHeading { get; }

    /// <summary>The heading above the meanings of the arguments.</summary>
    public abstract string MeaningHeading { get; }

    /// <summary>The meaning of the argument --program.</summary>
    public abstract string ProgramArgument { get; }

    /// <summary>The meaning of the argument --solution.</summary>
    public abstract string SolutionArgument { get; }

    /// <summary>The meaning of the argument --command.</summary>
    public abstract string CommandArgument { get; }

    /// <summary>The meaning of the argument --output.</summary>
    public abstract string OutputArgument { get; }

    /// <summary>The meaning of the argument --ladder.</summary>
    public abstract string LadderArgument { get; }

    /// <summary>The meaning of the argument --beside.</summary>
    public abstract string BesideArgument { get; }

    /// <summary>The meaning of the argument --seed.</summary>
    public abstract string SeedArgument { get; }

    /// <summary>The meaning of the argument --full.</summary>
    public abstract string FullArgument { get; }

    /// <summary>The meaning of the argument --exercise.</summary>
    public abstract string ExerciseArgument { get; }

    /// <summary>The meaning of the argument --step.</summary>
    public abstract string StepArgument { get; }

    /// <summary>The meaning of the argument --host.</summary>
    public abstract string HostArgument { get; }

    /// <summary>The meaning of the argument --port.</summary>
    public abstract string PortArgument { get; }

    /// <summary>The meaning of the argument --listen.</summary>
    public abstract string ListenArgument { get; }

    /// <summary>The meaning of the argument --udp.</summary>
    public abstract string UdpArgument { get; }

    /// <summary>The meaning of the argument --exercises.</summary>
    public abstract string ExercisesArgument { get; }

    /// <summary>The meaning of the argument --all.</summary>
    public abstract string AllArgument { get; }

    // Wrong use

    /// <summary>An argument that no target knows.</summary>
    public abstract string UnknownArgument(string name, IReadOnlyList<Argument> known);

    /// <summary>An argument that this target does not take.</summary>
    public abstract string MisplacedArgument(string name, string target, IReadOnlyList<string> takers);

    /// <summary>An argument without the value it needs, or a switch with a value.</summary>
    public abstract string MistypedArgument(string name, bool isSwitch);

    /// <summary>More than one of --program, --solution and --command.</summary>
    public abstract string OnlyOneProgram { get; }

    /// <summary>An output file of a kind that cannot be written.</summary>
    public abstract string UnknownOutput(string file, IReadOnlyList<string> endings);

    /// <summary>There is no such exercise.</summary>
    public abstract string NoSuchExercise(string text);

    /// <summary>The exercise does not have this step.</summary>
    public abstract string NoSuchStep(Exercise exercise, string id);

    /// <summary>The text is not a valid port.</summary>
    public abstract string BadPort(string text);

    /// <summary>The text is not a valid seed.</summary>
    public abstract string BadSeed(string text);

    /// <summary>The meaning of the argument --submissions.</summary>
    public abstract string SubmissionsArgument { get; }

    /// <summary>The meaning of the argument --roster.</summary>
    public abstract string RosterArgument { get; }

    /// <summary>The meaning of the argument --config.</summary>
    public abstract string ConfigArgument { get; }

    /// <summary>The meaning of the argument --init.</summary>
    public abstract string InitArgument { get; }

    /// <summary>The meaning of the argument --marks.</summary>
    public abstract string MarksArgument { get; }

    /// <summary>The meaning of the argument --again.</summary>
    public abstract string AgainArgument { get; }

    /// <summary>The meaning of the argument --sandbox.</summary>
    public abstract string SandboxArgument { get; }

    /// <summary>The meaning of the argument --shard.</summary>
    public abstract string ShardArgument { get; }

    /// <summary>The meaning of the argument --parts.</summary>
    public abstract string PartsArgument { get; }
}
