using System.Globalization;
using System.Net.Sockets;
using Lab.Build.Arguments;
using Lab.Build.Checking;
using Lab.Build.Diagnosing;
using Lab.Build.Guidance;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios;
using Lab.Scenarios.Servers;

namespace Lab.Build.Texts;

/// <summary>
/// All texts that a person reads. Each language is one class that holds phrases only. This class and <see
/// cref="Diagnosing"/> decide which phrase to use, once for all languages. A language that lacks a phrase does not
/// compile.
/// </summary>
public abstract partial class Catalogue
{
    // Ports below this one need special rights on Unix.
    private const int FirstFreePort = 1024;

    /// <summary>The language of this run. Only tasks ask for it, and pass it on.</summary>
    public static Catalogue Current { get; set; } = Languages.OfMachine;

    /// <summary>The code of the language, such as <c>es</c> (ISO 639-1).</summary>
    public string Code => Culture.TwoLetterISOLanguageName;

    /// <summary>The name of the files in which folders are explained in this language.</summary>
    public string ReadMe => IsFirst ? "README.md" : $"README.{Code}.md";

    /// <summary>The path of the kit's own README in this language.</summary>
    public string KitReadMe => IsFirst ? ReadMe : $".github/{ReadMe}";

    private bool IsFirst => Code == Languages.All[0].Code;

    /// <summary>The command that runs the kit, as it is typed on this system.</summary>
    protected static string Script => OperatingSystem.IsWindows() ? "build.cmd" : "./build.sh";

    /// <summary>The command that plays the demonstration with the student's own programs.</summary>
    protected static string DemoOfOwn =>
        $"{Script} --target={Target.Demo}" + (KitFolder.IsHandout ? "" : $" {KitArgument.Exercises.Typed}");

    /// <summary>The path of the student's program, as it is typed in the kit's top folder.</summary>
    protected static string ProgramOf(Exercise exercise) => KitFolder.Shown(KitFolder.ProgramOf(exercise));

    /// <summary>The command that lists the bound sockets with their programs, as it is typed on this system.</summary>
    public static string ListSockets =>
        OperatingSystem.IsWindows() ? "netstat -ano"
        : OperatingSystem.IsMacOS() ? "lsof -nP -i"
        : "ss -ltunp";

    /// <summary>The name of an exercise.</summary>
    public string Name(Exercise exercise) => Name(exercise.Kind);

    /// <summary>The title of a step, as in the statement and in the comments of Program.cs.</summary>
    public string StepTitle(Exercise exercise, string id) => Title(exercise.TaskOf(id));

    /// <summary>The name of a participant. Empty for the check itself.</summary>
    public string Name(Actor actor) =>
        actor.Role == Role.Check ? ""
        : actor.Number is { } number ? $"{Name(actor.Role)} {Number(number)}"
        : Name(actor.Role);

    /// <summary>A line of the timeline, without its time and its actor.</summary>
    /// <param name="what">The kind of event.</param>
    /// <param name="bytes">The transferred bytes, quoted.</param>
    /// <param name="note">The entry's note.</param>
    public string Line(Happening what, string? bytes, string? note) =>
        (what, note) is (Happening.Exit, { } code) ? ExitedWith(code) : Did(what, bytes ?? "", note ?? "");

    /// <summary>The place of a mistake in the program, and why it leads to what was observed.</summary>
    public string PointsAt(CheckedProgram program, Passage passage)
    {
        var why = Explained(passage.Mistake, passage.Name ?? "");
        return program.Files.Count > 1 ? InFile(passage.File, passage.Line, why) : InProgram(passage.Line, why);
    }

    /// <summary>The phase of a check.</summary>
    public string Progress(CheckProgress progress) =>
        progress switch
        {
            { Phase: CheckPhase.Compiling } => Compiling,
            { Phase: CheckPhase.PlayingAgain } => PlayingAgain(progress.Done, progress.All),
            { Left: { } left } => PlayingUntil(progress.Done, progress.All, left),
            _ => Playing(progress.Done, progress.All),
        };

    /// <summary>The reason why a step was not checked.</summary>
    public string WaitsFor(string id) => id == ResultDocument.Compile ? WaitsToCompile : WaitsForStep(id);

    /// <summary>The reason why a step has no result. Null if it has one, or if there is no reason.</summary>
    public string? WhyNot(StepResult step) =>
        step.IsUnderWay ? IsBeingChecked
        : step.WaitsFor is { } other ? WaitsFor(other)
        : null;

    /// <summary>All steps pass.</summary>
    public string AllPassed(ResultDocument result) =>
        result.Exercise.Following is { } following
            ? AllPassed(result.Steps.Count, following)
            : AllPassedAtLast(result.Steps.Count);

    /// <summary>The check could not be done.</summary>
    public string CouldNotCheck(Fault fault) => CouldNotCheck(Reason(fault));

    /// <summary>The next step of the first exercise that is not done, and what to type; several lines.</summary>
    public string WhatNext(Exercise exercise, Page page) =>
        WhatNext(
            exercise,
            page.CheckedAt is null ? NextIsToBegin(exercise)
                : page.Next == ResultDocument.Compile ? NextIsToCompile(exercise)
                : NextIsStep(exercise, page.Next!)
        );

    /// <summary>The time of an exercise's last check.</summary>
    /// <param name="ago">The time since then.</param>
    /// <param name="hasChanged">Whether the program has changed since.</param>
    public string CheckedAgo(TimeSpan ago, bool hasChanged) =>
        hasChanged ? CheckedBeforeChange(Ago(ago)) : Checked(Ago(ago));

    /// <summary>The deadline, and the time until then or since then.</summary>
    /// <param name="deadline">The last moment that is in time.</param>
    /// <param name="now">The time now.</param>
    public string UntilDeadline(DateTimeOffset deadline, DateTimeOffset now) =>
        now <= deadline
            ? DeadlineIn(Time(deadline), TimeLeft(deadline - now))
            : DeadlineWas(Time(deadline), Ago(now - deadline));

    /// <summary>A time with its offset, the same in every language. It is in the time zone that it was written in.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private string Ago(TimeSpan ago) =>
        ago.TotalMinutes < 1 ? JustNow
        : ago.TotalHours < 1 ? MinutesAgo((long)ago.TotalMinutes)
        : ago.TotalDays < 1 ? HoursAgo((long)ago.TotalHours)
        : DaysAgo((long)ago.TotalDays);

    // The last hours are told to the minute, because each of them counts then.
    private string TimeLeft(TimeSpan left) =>
        left.TotalHours < 1 ? MinutesLeft(Math.Max(1, (long)left.TotalMinutes))
        : left.TotalDays < 1 ? $"{HoursLeft((long)left.TotalHours)} {MinutesLeft(left.Minutes)}"
        : $"{DaysLeft((long)left.TotalDays)} {HoursLeft(left.Hours)}";

    /// <summary>How to get the hint after this one.</summary>
    public string MoreHints(Hint hint) => hint.Number < hint.Count ? NextHint(hint) : LastHint(hint);

    /// <summary>The result of the demonstration with a server.</summary>
    /// <param name="server">The server's exercise.</param>
    /// <param name="ending">The end of the acceptance.</param>
    public string DemoOutcome(Exercise server, Ending ending) =>
        (ending, server.Kind) switch
        {
            (Ending.Served, ExerciseKind.ThreadedServer) => DemoServedByThreads,
            (Ending.Served, _) => DemoServed,
            (Ending.KeptWaiting, ExerciseKind.ThreadedServer) => DemoKeptWaiting,
            (Ending.KeptWaiting, _) => DemoKeptInBacklog,
            (Ending.NoServer, _) => DemoNoServer(server),
            _ => DemoNoClient,
        };

    /// <summary>There is no connection, or it has broken.</summary>
    public string NetcatFailed(string host, int port, SocketException failure) =>
        failure.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => NetcatRefused(host, port),
            SocketError.ConnectionReset => NetcatReset,
            SocketError.AddressAlreadyInUse => PortTaken(port),
            SocketError.AddressNotAvailable => NoSuchAddress(host),
            SocketError.AccessDenied => port < FirstFreePort ? PortNeedsRights(port) : PortKept(port),
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => NoSuchHost(host),
            _ => NetcatError(host, port, failure.Message),
        };

    /// <summary>The reason why there is no result.</summary>
    public string Sentence(Refusal refusal) =>
        refusal switch
        {
            Refusal.ForTeachers it => it.Sentence(this),
            Refusal.UnknownLanguage it => UnknownLanguage(it.Setting, it.Name, Languages.Codes),
            Refusal.NoSuchTarget it => NoSuchTarget(it.Name, Target.All),
            Refusal.NotForStudents it => NotForStudents(it.What),
            Refusal.NoOut => OutNeeded,
            Refusal.NotZip it => NotZip(it.File),
            Refusal.NothingCommitted it => NothingCommitted(it.Why),
            Refusal.BadHandout it => BadHandout(Sentence(it.Flaw)),
            Refusal.UnknownArgument it => UnknownArgument(it.Name, KitArgument.All),
            Refusal.Misplaced it => MisplacedArgument(it.Name, it.Target, it.Argument.Targets),
            Refusal.Mistyped it => MistypedArgument(it.Name, it.Argument.IsSwitch),
            Refusal.SeveralPrograms => OnlyOneProgram,
            Refusal.UnknownOutput it => UnknownOutput(it.File, ResultFile.Endings),
            Refusal.NoSuchExercise it => NoSuchExercise(it.Text),
            Refusal.BadPort it => BadPort(it.Text),
            Refusal.BadSeed it => BadSeed(it.Text),
            Refusal.NoSuchProgram it => NoSuchProgram(it.Path),
            Refusal.NotCSharp it => NotCSharp(it.Path),
            Refusal.NoProgramIn it => NoProgramIn(it.Folder),
            Refusal.EmptyCommand => EmptyCommand,
            Refusal.OpenQuote it => OpenQuote(it.Command),
            Refusal.CannotWrite it => CannotWrite(it.File, it.Why),
            Refusal.NoInput => InputNeeded,
            Refusal.NoSuchInput it => NoSuchInput(it.File),
            Refusal.CannotRead it => CannotRead(it.File, it.Why),
            Refusal.UnreadableInput it => Unreadable(it.Flaw, it.File, it.Detail),
            Refusal.NoSuchStep it => NoSuchStep(it.Exercise, it.Id),
            Refusal.NoTerminal => WatchNeedsTerminal,
            Refusal.NoPort => NetcatNeedsPort,
            Refusal.NoHostName it => NetcatNoHost(it.Host),
            Refusal.NoProgramToShow it => DemoNeeds(it.Program),
            Refusal.CannotCompile it => DemoCannotCompile(it.Exercise),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };

    /// <summary>What is wrong with a handout.</summary>
    public string Sentence(HandoutFlaw flaw) =>
        flaw switch
        {
            HandoutFlaw.HoldsSolution it => HoldsSolution(it.File, it.Lines),
            HandoutFlaw.StarterNotAtStep1 it => StarterNotAtStep1(it.Exercise, it.Output),
            HandoutFlaw.RightProgramFails it => RightProgramFails(it.Exercise, it.Output),
            _ => throw new ArgumentOutOfRangeException(nameof(flaw), flaw, null),
        };

    /// <summary>The reason why a check could not be done, as the end of a sentence.</summary>
    public string Reason(Fault fault) =>
        fault switch
        {
            Fault.CannotStart it => CannotStart(it.File),
            Fault.CompilerFailed it => CompilerFailed(it.Output),
            Fault.NoSdk it => NoSdk(it.Folder),
            Fault.InKit it => KitFault(it.Type, it.Message),
            Fault.SandboxFailed it => SandboxFailed(it.Why),
            Fault.CheckerDied it => CheckerDied(it.Output),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };

    /// <summary>A whole number.</summary>
    protected virtual string Number(long value) => value.ToString("N0", Culture);

    /// <summary>A time in seconds.</summary>
    public string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", Culture) + " s";

    /// <summary>A time in minutes and seconds, as a clock shows it.</summary>
    protected static string Clock(TimeSpan time) => time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    /// <summary>Steps, or other things with an id, as a list.</summary>
    protected virtual string List(IEnumerable<string> ids) => string.Join(", ", ids);
}
