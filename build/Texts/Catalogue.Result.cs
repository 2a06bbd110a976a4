using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Texts;

// The phrases of a result.
public abstract partial class Catalogue
{
    /// <summary>The name of an exercise.</summary>
    public abstract string Name(ExerciseKind exercise);

    /// <summary>The title of a step.</summary>
    public abstract string Title(StepTask task);

    /// <summary>The name of a role.</summary>
    public abstract string Name(Role role);

    /// <summary>The situation of a scenario, in a few words.</summary>
    public abstract string TitleOf(Situation situation);

    // The finding

    /// <summary>The symptom that was observed, in one sentence.</summary>
    public abstract string Observed(Symptom symptom, Details details);

    /// <summary>The expectation, in one sentence.</summary>
    public abstract string Expected(Awaited awaited, Details details);

    /// <summary>The state of the connection and of the program, and how long the scenario waited.</summary>
    public abstract string State(Details details);

    /// <summary>The difference between two rows of bytes, in words.</summary>
    public abstract string Words(Difference difference);

    /// <summary>The label of a row of bytes.</summary>
    public abstract string Label(RowKind row);

    /// <summary>The label of the sentence about the symptom.</summary>
    public abstract string ObservedLabel { get; }

    /// <summary>The label of the program's last lines.</summary>
    public abstract string PrintedLabel { get; }

    /// <summary>A number of bytes.</summary>
    public abstract string Bytes(long count);

    /// <summary>The likely cause.</summary>
    public abstract string Likely(Cause cause);

    /// <summary>The program was started with these arguments only, and not with all that it can take.</summary>
    public abstract string StartedWith(string arguments);

    /// <summary>Why a mistake in the program leads to what was observed, in one sentence.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="name">The name in the program that it is about. Empty if it needs none.</param>
    public abstract string Explained(Mistake mistake, string name);

    /// <summary>A sentence about a line of the program.</summary>
    public abstract string InProgram(int line, string why);

    /// <summary>A sentence about a line of one of the program's files.</summary>
    public abstract string InFile(string file, int line, string why);

    /// <summary>The next thing to do.</summary>
    /// <param name="action">The action.</param>
    /// <param name="exercise">The exercise.</param>
    /// <param name="id">The step to look at.</param>
    /// <param name="program">The short path of the program, or its command.</param>
    public abstract string ToDo(NextAction action, Exercise exercise, string id, string program);

    /// <summary>A way for students to see it for themselves.</summary>
    public abstract string See(SeeIt way);

    /// <summary>What an actor did, for the timeline.</summary>
    /// <param name="what">The kind of event.</param>
    /// <param name="bytes">The transferred bytes, quoted. Empty if there are none.</param>
    /// <param name="note">An end point, a command line, or the call that failed. Empty if there is none.</param>
    public abstract string Did(Happening what, string bytes, string note);

    /// <summary>A program has ended with this exit code, for the timeline.</summary>
    public abstract string ExitedWith(string code);

    // The result as a whole

    /// <summary>The program is being compiled.</summary>
    public abstract string Compiling { get; }

    /// <summary>The scenarios are being played.</summary>
    public abstract string Playing(int done, int all);

    /// <summary>The scenarios are being played, and the check waits for the default timeout.</summary>
    public abstract string PlayingUntil(int done, int all, TimeSpan left);

    /// <summary>The scenarios that failed only because of time are being played once more.</summary>
    public abstract string PlayingAgain(int done, int all);

    /// <summary>The heading of a result.</summary>
    public abstract string Heading(ResultDocument result);

    /// <summary>The duration of a check, and its seed.</summary>
    public abstract string Took(TimeSpan time, int seed);

    /// <summary>A step was not checked, because the program does not compile.</summary>
    public abstract string WaitsToCompile { get; }

    /// <summary>A step was not checked, because it needs another one.</summary>
    public abstract string WaitsForStep(string id);

    /// <summary>The check of a step was still running.</summary>
    public abstract string IsBeingChecked { get; }

    /// <summary>A remark about how a step was judged.</summary>
    public abstract string Note(StepNote note);

    /// <summary>A remark that holds for several steps.</summary>
    public abstract string NoteOn(IReadOnlyList<string> steps, StepNote note);

    /// <summary>The steps that wait for the failed one.</summary>
    public abstract string NotCheckedYet(IReadOnlyList<string> steps);

    /// <summary>The heading of the scenarios that go beyond what the practical asks for.</summary>
    public abstract string GoingFurther { get; }

    /// <summary>All steps pass, and another exercise follows.</summary>
    public abstract string AllPassed(int steps, Exercise following);

    /// <summary>All steps of the last exercise pass.</summary>
    public abstract string AllPassedAtLast(int steps);

    /// <summary>Some steps pass.</summary>
    public abstract string SomePassed(int passed, int all);

    /// <summary>Some steps pass, and the check was still running.</summary>
    public abstract string SomePassSoFar(int passed, int all);

    /// <summary>The program does not compile.</summary>
    public abstract string DoesNotCompile(int errors);

    /// <summary>The next thing to do with a program that does not compile.</summary>
    public abstract string NextCompile { get; }

    /// <summary>The check could not be done.</summary>
    public abstract string CouldNotCheck(string why);

    /// <summary>A command that the operating system cannot start.</summary>
    public abstract string CannotStart(string file);

    /// <summary>Something in the kit went wrong.</summary>
    /// <param name="type">The exception's type.</param>
    /// <param name="message">The exception's message.</param>
    public abstract string KitFault(string type, string message);

    /// <summary>The compiler itself failed.</summary>
    public abstract string CompilerFailed(string output);

    /// <summary>The .NET SDK is not in the runtime's folder.</summary>
    public abstract string NoSdk(string folder);
}
