using Lab.Build.Arguments;
using Lab.Build.Views;

namespace Lab.Build.Texts;

// The phrases about targets, arguments and wrong arguments.
public sealed partial class English
{
    /// <inheritdoc />
    public override string CheckTarget(Exercise exercise) =>
        $"Checks exercise {exercise.Id[^1]}, {Name(exercise)}, step by step";

    /// <inheritdoc />
    public override string DefaultTarget => "Shows where you stand in the three exercises, and what to do next";

    /// <inheritdoc />
    public override string FullTarget => "Checks all three exercises at once, with the real 300 seconds";

    /// <inheritdoc />
    public override string WatchTarget => "Checks whenever you save: all exercises, or only --exercise=Ex2";

    /// <inheritdoc />
    public override string HintTarget => "Gives the next hint for the step you are at, or for --exercise and --step";

    /// <inheritdoc />
    public override string NetcatTarget => "The kit's own netcat: --port=9000 [--host=…] [--listen] [--udp]";

    /// <inheritdoc />
    public override string DemoTarget =>
        "Plays the practical's acceptance live; with --exercises, your own programs play";

    /// <inheritdoc />
    public override string DemoTargetOfHandout => "Plays the practical's acceptance live, with your programs";

    /// <inheritdoc />
    public override string TestTarget => "Runs the kit's own tests";

    /// <inheritdoc />
    public override string ArgumentHeading => "Argument";

    /// <inheritdoc />
    public override string TargetsHeading => "Goes with";

    /// <inheritdoc />
    public override string MeaningHeading => "Meaning";

    /// <inheritdoc />
    public override string ProgramArgument =>
        "check this C# file, or all those in this folder, instead of the exercise; a file in a project's folder brings the others along";

    /// <inheritdoc />
    public override string SolutionArgument => "take the reference solution";

    /// <inheritdoc />
    public override string CommandArgument => "check a program in any language";

    /// <inheritdoc />
    public override string OutputArgument =>
        $"write the result to a file as well ({List(ResultFile.Endings)}); may be given several times";

    /// <inheritdoc />
    public override string LadderArgument => "draw every conversation, and not only the one that failed";

    /// <inheritdoc />
    public override string BesideArgument =>
        "draw the same conversation with a right program beside the one that failed";

    /// <inheritdoc />
    public override string SeedArgument => "send the same words as the run that printed this seed";

    /// <inheritdoc />
    public override string FullArgument => "also wait out the default timeout, the real 300 seconds, with a countdown";

    /// <inheritdoc />
    public override string ExerciseArgument => "take this exercise only";

    /// <inheritdoc />
    public override string StepArgument => "give a hint for this step";

    /// <inheritdoc />
    public override string HostArgument => "the host to call, or the address to listen at";

    /// <inheritdoc />
    public override string PortArgument => "the port to call, or to listen at";

    /// <inheritdoc />
    public override string ListenArgument => "wait for a call";

    /// <inheritdoc />
    public override string UdpArgument => "speak UDP";

    /// <inheritdoc />
    public override string ExercisesArgument => "play your own programs";

    /// <inheritdoc />
    public override string AllArgument => "run all tests, also those that take long";

    /// <inheritdoc />
    public override string LangArgument => $"the language of everything that is shown ({List(Languages.Codes)})";

    /// <inheritdoc />
    public override string UnknownLanguage(string setting, string name, IReadOnlyList<string> known) =>
        $"{setting}={name}: the kit speaks {List(known)}.";

    /// <inheritdoc />
    public override string NoSuchTarget(string name, IReadOnlyList<string> known) =>
        $"There is no target {name}. There are: {List(known)}.";

    /// <inheritdoc />
    public override string EveryTarget => "every target";

    /// <inheritdoc />
    public override string UnknownArgument(string name, IReadOnlyList<Argument> known) =>
        $"There is no argument --{name}. There are: {List(known.Select(one => "--" + one.Name))}.";

    /// <inheritdoc />
    public override string MisplacedArgument(string name, string target, IReadOnlyList<string> takers) =>
        $"--{name} means nothing to {target}: it goes with {List(takers)}.";

    /// <inheritdoc />
    public override string MistypedArgument(string name, bool isSwitch) =>
        isSwitch ? $"--{name} takes no value: leave it out to do without it." : $"Say which: --{name}=VALUE.";

    /// <inheritdoc />
    public override string OnlyOneProgram => "Name one program to check, and not several.";

    /// <inheritdoc />
    public override string UnknownOutput(string file, IReadOnlyList<string> endings) =>
        $"--output={file}: the result can be written to a file with one of these endings: {List(endings)}.";

    /// <inheritdoc />
    public override string NoSuchExercise(string text) =>
        $"--exercise={text}: the exercises are {List(Exercise.All.Select(exercise => exercise.Id))}.";

    /// <inheritdoc />
    public override string NoSuchStep(Exercise exercise, string id) =>
        $"--step={id}: the steps of {exercise.Id} are {List(exercise.StepIds)}.";

    /// <inheritdoc />
    public override string BadPort(string text) => $"--port={text}: a port is a number from 1 to 65535.";

    /// <inheritdoc />
    public override string BadSeed(string text) => $"--seed={text}: a seed is a number from 0 to 9999.";

    /// <inheritdoc />
    public override string SubmissionsArgument =>
        "the folder with what a class has handed in: a folder, git repository or .zip for each student";

    /// <inheritdoc />
    public override string RosterArgument => "the table of the students: id, name, email, folder, lang";

    /// <inheritdoc />
    public override string ConfigArgument => "the rule that gives points; with --init, the new file for it";

    /// <inheritdoc />
    public override string InitArgument => "write the practical's own rule to a new file";

    /// <inheritdoc />
    public override string MarksArgument =>
        "the table of your marks: student, exercise (Ex1, Ex2, Ex3 or defence), points, comment";

    /// <inheritdoc />
    public override string AgainArgument => "check again: these students, or everybody if none is named";

    /// <inheritdoc />
    public override string SandboxArgument => "run the programs with your own rights; every result will say so";

    /// <inheritdoc />
    public override string ShardArgument => "grade the second of eight parts of the class";

    /// <inheritdoc />
    public override string PartsArgument => "the folder of a graded part; give one for each part";
}
