using Lab.Build.Arguments;

namespace Lab.Build.Texts;

// The phrases about targets, arguments and wrong arguments.
public abstract partial class Catalogue
{
    /// <summary>What the target of an exercise does.</summary>
    public abstract string CheckTarget(Exercise exercise);

    /// <summary>What the target Default does.</summary>
    public abstract string DefaultTarget { get; }

    /// <summary>What the target Full does.</summary>
    public abstract string FullTarget { get; }

    /// <summary>What the target Watch does.</summary>
    public abstract string WatchTarget { get; }

    /// <summary>What the target Hint does.</summary>
    public abstract string HintTarget { get; }

    /// <summary>What the target Netcat does.</summary>
    public abstract string NetcatTarget { get; }

    /// <summary>What the target Demo does.</summary>
    public abstract string DemoTarget { get; }

    /// <summary>What the target Test does.</summary>
    public abstract string TestTarget { get; }

    /// <summary>The headings of the table of arguments.</summary>
    public IReadOnlyList<string> ArgumentHeadings => [ArgumentHeading, TargetsHeading, MeaningHeading];

    /// <summary>The heading above the arguments.</summary>
    public abstract string ArgumentHeading { get; }

    /// <summary>The heading above the targets that take an argument.</summary>
    public abstract string TargetsHeading { get; }

    /// <summary>The heading above the meanings of the arguments.</summary>
    public abstract string MeaningHeading { get; }

    /// <summary>What the argument --program means.</summary>
    public abstract string ProgramArgument { get; }

    /// <summary>What the argument --solution means.</summary>
    public abstract string SolutionArgument { get; }

    /// <summary>What the argument --command means.</summary>
    public abstract string CommandArgument { get; }

    /// <summary>What the argument --output means.</summary>
    public abstract string OutputArgument { get; }

    /// <summary>What the argument --seed means.</summary>
    public abstract string SeedArgument { get; }

    /// <summary>What the argument --full means.</summary>
    public abstract string FullArgument { get; }

    /// <summary>What the argument --exercise means.</summary>
    public abstract string ExerciseArgument { get; }

    /// <summary>What the argument --step means.</summary>
    public abstract string StepArgument { get; }

    /// <summary>What the argument --host means.</summary>
    public abstract string HostArgument { get; }

    /// <summary>What the argument --port means.</summary>
    public abstract string PortArgument { get; }

    /// <summary>What the argument --listen means.</summary>
    public abstract string ListenArgument { get; }

    /// <summary>What the argument --udp means.</summary>
    public abstract string UdpArgument { get; }

    /// <summary>What the argument --exercises means.</summary>
    public abstract string ExercisesArgument { get; }

    /// <summary>What the argument --all means.</summary>
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
    public abstract string UnknownOutput(string file);

    /// <summary>There is no such exercise.</summary>
    public abstract string NoSuchExercise(string text);

    /// <summary>The exercise does not have this step.</summary>
    public abstract string NoSuchStep(Exercise exercise, string id);

    /// <summary>The text is not a valid port.</summary>
    public abstract string BadPort(string text);

    /// <summary>The text is not a valid seed.</summary>
    public abstract string BadSeed(string text);
}
