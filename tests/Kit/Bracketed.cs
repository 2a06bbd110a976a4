using System.Globalization;
using System.Net;
using Lab.Build;
using Lab.Build.Arguments;
using Lab.Build.Diagnosing;
using Lab.Build.Drawing;
using Lab.Build.Guidance;
using Lab.Build.Reading;
using Lab.Build.Report;
using Lab.Build.Results;
using Lab.Build.Teaching;
using Lab.Build.Teaching.Grading;
using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Kit.Tests;

/// <summary>
/// A language for tests: each of English's phrases in brackets. Text for people outside the brackets does not come from
/// the language.
/// </summary>
public sealed class Bracketed : Catalogue
{
    private readonly English _english = new();

    public override string Name(ExerciseKind exercise) => In(_english.Name(exercise));

    public override string Title(StepTask task) => In(_english.Title(task));

    public override string Name(Role role) => In(_english.Name(role));

    public override string TitleOf(Situation situation) => In(_english.TitleOf(situation));

    public override string Observed(Symptom symptom, Details details) => In(_english.Observed(symptom, details));

    public override string Expected(Awaited awaited, Details details) => In(_english.Expected(awaited, details));

    public override string State(Details details) => In(_english.State(details));

    public override string Words(Difference difference) => In(_english.Words(difference));

    public override string Label(RowKind row) => In(_english.Label(row));

    public override string ObservedLabel => In(_english.ObservedLabel);

    public override string PrintedLabel => In(_english.PrintedLabel);

    public override string Bytes(long count) => In(_english.Bytes(count));

    public override string StartedWith(string arguments) => In(_english.StartedWith(arguments));

    public override string Likely(Cause cause) => In(_english.Likely(cause));

    public override string Explained(Mistake mistake, string name) => In(_english.Explained(mistake, name));

    public override string InProgram(int line, string why) => In(_english.InProgram(line, why));

    public override string InFile(string file, int line, string why) => In(_english.InFile(file, line, why));

    public override string ToDo(NextAction action, Exercise exercise, string id, string program) =>
        In(_english.ToDo(action, exercise, id, program));

    public override string See(SeeIt way) => In(_english.See(way));

    public override string Did(Happening what, string bytes, string note) => In(_english.Did(what, bytes, note));

    public override string ExitedWith(string code) => In(_english.ExitedWith(code));

    public override string WithYourProgram => In(_english.WithYourProgram);

    public override string WithRightProgram => In(_english.WithRightProgram);

    public override string FirstDifference(string mark) => In(_english.FirstDifference(mark));

    public override string PlayedAgain(string title) => In(_english.PlayedAgain(title));

    public override string Drawn(Mark mark, string what) => In(_english.Drawn(mark, what));

    public override string Amount(long bytes, int pieces) => In(_english.Amount(bytes, pieces));

    public override string Silence(TimeSpan length) => In(_english.Silence(length));

    public override string LeftOut(int events) => In(_english.LeftOut(events));

    public override string WithoutLane(int actors) => In(_english.WithoutLane(actors));

    public override string Stray(Actor owner) => In(_english.Stray(owner));

    public override string ExpectedHere(string expected) => In(_english.ExpectedHere(expected));

    public override string LaneLegend(string connected, string served) => In(_english.LaneLegend(connected, served));

    public override string Compiling => In(_english.Compiling);

    public override string Playing(int done, int all) => In(_english.Playing(done, all));

    public override string PlayingUntil(int done, int all, TimeSpan left) => In(_english.PlayingUntil(done, all, left));

    public override string PlayingAgain(int done, int all) => In(_english.PlayingAgain(done, all));

    public override string Heading(ResultDocument result) => In(_english.Heading(result));

    public override string Took(TimeSpan time, int seed) => In(_english.Took(time, seed));

    public override string WaitsToCompile => In(_english.WaitsToCompile);

    public override string WaitsForStep(string id) => In(_english.WaitsForStep(id));

    public override string IsBeingChecked => In(_english.IsBeingChecked);

    public override string Note(StepNote note) => In(_english.Note(note));

    public override string NoteOn(IReadOnlyList<string> steps, StepNote note) => In(_english.NoteOn(steps, note));

    public override string NotCheckedYet(IReadOnlyList<string> steps) => In(_english.NotCheckedYet(steps));

    public override string GoingFurther => In(_english.GoingFurther);

    public override string AllPassed(int steps, Exercise following) => In(_english.AllPassed(steps, following));

    public override string AllPassedAtLast(int steps) => In(_english.AllPassedAtLast(steps));

    public override string SomePassed(int passed, int all) => In(_english.SomePassed(passed, all));

    public override string SomePassSoFar(int passed, int all) => In(_english.SomePassSoFar(passed, all));

    public override string DoesNotCompile(int errors) => In(_english.DoesNotCompile(errors));

    public override string NextCompile => In(_english.NextCompile);

    public override string CouldNotCheck(string why) => In(_english.CouldNotCheck(why));

    public override string CannotStart(string file) => In(_english.CannotStart(file));

    public override string KitFault(string type, string message) => In(_english.KitFault(type, message));

    public override string NoSandboxHere => In(_english.NoSandboxHere);

    public override string NoSandboxTool(string command, string package) =>
        In(_english.NoSandboxTool(command, package));

    public override string SandboxForbidden(SandboxObstacle obstacle, string why) =>
        In(_english.SandboxForbidden(obstacle, why));

    public override string SandboxFailed(string why) => In(_english.SandboxFailed(why));

    public override string CheckerDied(string output) => In(_english.CheckerDied(output));

    public override string CompilerFailed(string output) => In(_english.CompilerFailed(output));

    public override string NoSdk(string folder) => In(_english.NoSdk(folder));

    public override string KitTitle => In(_english.KitTitle);

    public override string StepsPassed(int passed, int all) => In(_english.StepsPassed(passed, all));

    public override string JustNow => In(_english.JustNow);

    public override string Committed(int commits, bool isCommitted) => In(_english.Committed(commits, isCommitted));

    public override string NotPushed(int commits) => In(_english.NotPushed(commits));

    public override string MinutesAgo(long minutes) => In(_english.MinutesAgo(minutes));

    public override string HoursAgo(long hours) => In(_english.HoursAgo(hours));

    public override string DeadlineIn(string time, string left) => In(_english.DeadlineIn(time, left));

    public override string DeadlineWas(string time, string ago) => In(_english.DeadlineWas(time, ago));

    public override string MinutesLeft(long minutes) => In(_english.MinutesLeft(minutes));

    public override string HoursLeft(long hours) => In(_english.HoursLeft(hours));

    public override string DaysLeft(long days) => In(_english.DaysLeft(days));

    public override string DaysAgo(long days) => In(_english.DaysAgo(days));

    public override string Checked(string ago) => In(_english.Checked(ago));

    public override string CheckedBeforeChange(string ago) => In(_english.CheckedBeforeChange(ago));

    public override string NeverChecked => In(_english.NeverChecked);

    public override string WhatNext(Exercise exercise, string whatComes) => In(_english.WhatNext(exercise, whatComes));

    public override string NextIsToBegin(Exercise exercise) => In(_english.NextIsToBegin(exercise));

    public override string NextIsToCompile(Exercise exercise) => In(_english.NextIsToCompile(exercise));

    public override string NextIsStep(Exercise exercise, string id) => In(_english.NextIsStep(exercise, id));

    public override string EverythingDone => In(_english.EverythingDone);

    public override string HintHeading(Hint hint) => In(_english.HintHeading(hint));

    public override string StarterLaid(string program) => In(_english.StarterLaid(program));

    public override string StarterLaidBeside(string program, string kept) =>
        In(_english.StarterLaidBeside(program, kept));

    public override string StarterWouldHide(string program) => In(_english.StarterWouldHide(program));

    public override string StarterNotWritten(string program, string why) =>
        In(_english.StarterNotWritten(program, why));

    // The rule, and what comes out of grading

    public override string NoSuchFile(string file) => In(_english.NoSuchFile(file));

    public override string FileNotRead(string file, string why) => In(_english.FileNotRead(file, why));

    public override string FileNotWritten(string file, string why) => In(_english.FileNotWritten(file, why));

    public override string RuleIsNotJson(string file, long line) => In(_english.RuleIsNotJson(file, line));

    public override string RuleHasFlaws(string file) => In(_english.RuleHasFlaws(file));

    public override string RuleHasNoDeadline(string file) => In(_english.RuleHasNoDeadline(file));

    public override string RuleExists(string file) => In(_english.RuleExists(file));

    public override string Demanded(RuleExpectation expected, string words) => In(_english.Demanded(expected, words));

    public override string CsvLacksColumns(string file, IReadOnlyList<string> missing, IReadOnlyList<string> found) =>
        In(_english.CsvLacksColumns(file, missing, found));

    public override string CsvMalformed(string file, long line) => In(_english.CsvMalformed(file, line));

    public override string CsvHasBadRows(string file) => In(_english.CsvHasBadRows(file));

    public override string InRow(long line, string why) => In(_english.InRow(line, why));

    public override string WhyBad(CsvFlaw flaw, string cell, string limit) => In(_english.WhyBad(flaw, cell, limit));

    public override string DefenceName => In(_english.DefenceName);

    public override string Heading(FeedbackPart part) => In(_english.Heading(part));

    public override string Heading(FeedbackColumn column) => In(_english.Heading(column));

    public override string PointsOf(string points, string most) => In(_english.PointsOf(points, most));

    public override string PointsUnknown(string most) => In(_english.PointsUnknown(most));

    public override string Explained(TotalState state) => In(_english.Explained(state));

    public override string Label(ExerciseState state) => In(_english.Label(state));

    public override string Explained(ExerciseState state) => In(_english.Explained(state));

    public override string DefenceOpen => In(_english.DefenceOpen);

    public override string NotAsked => In(_english.NotAsked);

    public override string MarkGiven(string points, string computed) => In(_english.MarkGiven(points, computed));

    public override string MarkGivenAlone(string points) => In(_english.MarkGivenAlone(points));

    public override string MarkComment(string comment) => In(_english.MarkComment(comment));

    public override string KeptOfLate(string kept, string earned) => In(_english.KeptOfLate(kept, earned));

    public override string WouldEarnAll(string most, IReadOnlyList<string> steps) =>
        In(_english.WouldEarnAll(most, steps));

    public override string RestWasFor(string rest, IReadOnlyList<string> steps) => In(_english.RestWasFor(rest, steps));

    public override string WouldEarnCompiled(string most) => In(_english.WouldEarnCompiled(most));

    public override string WouldEarnCommitted(string earned) => In(_english.WouldEarnCommitted(earned));

    public override string CommitsOfProgram(int found, int demanded) => In(_english.CommitsOfProgram(found, demanded));

    public override string CommitsDifferent(int found, int demanded) => In(_english.CommitsDifferent(found, demanded));

    public override string CommitsLate(int commits) => In(_english.CommitsLate(commits));

    public override string SeenInstead => In(_english.SeenInstead);

    public override string Rounded(RoundingMode mode, int digits) => In(_english.Rounded(mode, digits));

    public override string DeadlineAt(string time) => In(_english.DeadlineAt(time));

    public override string DeadlineExtended(string time) => In(_english.DeadlineExtended(time));

    public override string LateTaken(string time, string factor) => In(_english.LateTaken(time, factor));

    public override string NoGit => In(_english.NoGit);

    public override string NoCommits => In(_english.NoCommits);

    public override string TimesAreClaims => In(_english.TimesAreClaims);

    public override string MoreCommits(int commits) => In(_english.MoreCommits(commits));

    public override string Heading(SummaryPart part) => In(_english.Heading(part));

    public override string ClassInNumbers(int students, int final, int provisional, int open, int excused) =>
        In(_english.ClassInNumbers(students, final, provisional, open, excused));

    public override string DefencesOpen(int students) => In(_english.DefencesOpen(students));

    public override string RanUnconfined(int programs) => In(_english.RanUnconfined(programs));

    public override string Programs(int programs) => In(_english.Programs(programs));

    public override string AndMore(int more) => In(_english.AndMore(more));

    public override string Odd(OddityKind kind) => In(_english.Odd(kind));

    public override string NotForStudents(string what) => In(_english.NotForStudents(what));

    public override string HandoutWritten(string file, int files) => In(_english.HandoutWritten(file, files));

    public override string BadHandout(string flaw) => In(_english.BadHandout(flaw));

    public override string HoldsSolution(string file, string lines) => In(_english.HoldsSolution(file, lines));

    public override string StarterNotAtStep1(Exercise exercise, string output) =>
        In(_english.StarterNotAtStep1(exercise, output));

    public override string RightProgramFails(Exercise exercise, string output) =>
        In(_english.RightProgramFails(exercise, output));

    public override string ForceArgument => In(_english.ForceArgument);

    public override string NotZip(string file) => In(_english.NotZip(file));

    public override string NothingCommitted(string why) => In(_english.NothingCommitted(why));

    public override string HandoutIsProven(string commit) => In(_english.HandoutIsProven(commit));

    public override string DemoTargetOfHandout => In(_english.DemoTargetOfHandout);

    public override string HandoutTarget => In(_english.HandoutTarget);

    public override string OutArgument => In(_english.OutArgument);

    public override string OutNeeded => In(_english.OutNeeded);

    public override string StarterTarget => In(_english.StarterTarget);

    public override string LangArgument => In(_english.LangArgument);

    public override string UnknownLanguage(string setting, string name, IReadOnlyList<string> known) =>
        In(_english.UnknownLanguage(setting, name, known));

    public override string NoSuchTarget(string name, IReadOnlyList<string> known) =>
        In(_english.NoSuchTarget(name, known));

    public override string EveryTarget => In(_english.EveryTarget);

    public override string NextHint(Hint hint) => In(_english.NextHint(hint));

    public override string LastHint(Hint hint) => In(_english.LastHint(hint));

    public override string NoHints(Hint hint) => In(_english.NoHints(hint));

    public override string NothingToHint(Exercise exercise) => In(_english.NothingToHint(exercise));

    public override string NoHintToCompile(Exercise exercise) => In(_english.NoHintToCompile(exercise));

    public override string WatchNeedsTerminal => In(_english.WatchNeedsTerminal);

    public override string Watches(string program) => In(_english.Watches(program));

    public override string WatchKeys(char again, char hint, char following, char quit) =>
        In(_english.WatchKeys(again, hint, following, quit));

    public override string PassNow(IReadOnlyList<string> steps) => In(_english.PassNow(steps));

    public override string Learnt(ExerciseKind exercise) => In(_english.Learnt(exercise));

    public override string WaitsForProgram(string program) => In(_english.WaitsForProgram(program));

    public override string DemoTitle(Exercise server) => In(_english.DemoTitle(server));

    public override string DemoServedByThreads => In(_english.DemoServedByThreads);

    public override string DemoServed => In(_english.DemoServed);

    public override string DemoKeptWaiting => In(_english.DemoKeptWaiting);

    public override string DemoKeptInBacklog => In(_english.DemoKeptInBacklog);

    public override string DemoNoServer(Exercise server) => In(_english.DemoNoServer(server));

    public override string DemoNoClient => In(_english.DemoNoClient);

    public override string DemoNeeds(string program) => In(_english.DemoNeeds(program));

    public override string DemoCannotCompile(Exercise exercise) => In(_english.DemoCannotCompile(exercise));

    public override string NetcatNeedsPort => In(_english.NetcatNeedsPort);

    public override string NetcatNoHost(string host) => In(_english.NetcatNoHost(host));

    public override string NetcatCannotWrite(string reason) => In(_english.NetcatCannotWrite(reason));

    public override string NetcatListens(IPEndPoint endPoint) => In(_english.NetcatListens(endPoint));

    public override string NetcatGotDatagram(int length) => In(_english.NetcatGotDatagram(length));

    public override string NetcatClosed => In(_english.NetcatClosed);

    public override string NetcatReset => In(_english.NetcatReset);

    public override string NetcatRefused(string host, int port) => In(_english.NetcatRefused(host, port));

    public override string PortTaken(int port) => In(_english.PortTaken(port));

    public override string NoSuchAddress(string host) => In(_english.NoSuchAddress(host));

    public override string PortNeedsRights(int port) => In(_english.PortNeedsRights(port));

    public override string PortKept(int port) => In(_english.PortKept(port));

    public override string NoSuchHost(string host) => In(_english.NoSuchHost(host));

    public override string NetcatError(string host, int port, string message) =>
        In(_english.NetcatError(host, port, message));

    public override string CheckTarget(Exercise exercise) => In(_english.CheckTarget(exercise));

    public override string DefaultTarget => In(_english.DefaultTarget);

    public override string FullTarget => In(_english.FullTarget);

    public override string WatchTarget => In(_english.WatchTarget);

    public override string HintTarget => In(_english.HintTarget);

    public override string NetcatTarget => In(_english.NetcatTarget);

    public override string DemoTarget => In(_english.DemoTarget);

    public override string TestTarget => In(_english.TestTarget);

    public override string ProgramArgument => In(_english.ProgramArgument);

    public override string SolutionArgument => In(_english.SolutionArgument);

    public override string CommandArgument => In(_english.CommandArgument);

    public override string OutputArgument => In(_english.OutputArgument);

    public override string LadderArgument => In(_english.LadderArgument);

    public override string BesideArgument => In(_english.BesideArgument);

    public override string SeedArgument => In(_english.SeedArgument);

    public override string FullArgument => In(_english.FullArgument);

    public override string ExerciseArgument => In(_english.ExerciseArgument);

    public override string StepArgument => In(_english.StepArgument);

    public override string HostArgument => In(_english.HostArgument);

    public override string PortArgument => In(_english.PortArgument);

    public override string ListenArgument => In(_english.ListenArgument);

    public override string UdpArgument => In(_english.UdpArgument);

    public override string ExercisesArgument => In(_english.ExercisesArgument);

    public override string AllArgument => In(_english.AllArgument);

    public override string ArgumentHeading => In(_english.ArgumentHeading);

    public override string TargetsHeading => In(_english.TargetsHeading);

    public override string MeaningHeading => In(_english.MeaningHeading);

    public override string UnknownArgument(string name, IReadOnlyList<Argument> known) =>
        In(_english.UnknownArgument(name, known));

    public override string MisplacedArgument(string name, string target, IReadOnlyList<string> takers) =>
        In(_english.MisplacedArgument(name, target, takers));

    public override string MistypedArgument(string name, bool isSwitch) =>
        In(_english.MistypedArgument(name, isSwitch));

    public override string OnlyOneProgram => In(_english.OnlyOneProgram);

    public override string UnknownOutput(string file, IReadOnlyList<string> endings) =>
        In(_english.UnknownOutput(file, endings));

    public override string CannotWrite(string file, string why) => In(_english.CannotWrite(file, why));

    public override string NoSuchExercise(string text) => In(_english.NoSuchExercise(text));

    public override string NoSuchStep(Exercise exercise, string id) => In(_english.NoSuchStep(exercise, id));

    public override string BadPort(string text) => In(_english.BadPort(text));

    public override string BadSeed(string text) => In(_english.BadSeed(text));

    public override string NoSuchProgram(string path) => In(_english.NoSuchProgram(path));

    public override string NotCSharp(string path) => In(_english.NotCSharp(path));

    public override string NoProgramIn(string folder) => In(_english.NoProgramIn(folder));

    public override string EmptyCommand => In(_english.EmptyCommand);

    public override string OpenQuote(string command) => In(_english.OpenQuote(command));

    public override string NoRoom(string folder, string why) => In(_english.NoRoom(folder, why));

    public override string Interrupted => In(_english.Interrupted);

    public override string StageFailed(string command) => In(_english.StageFailed(command));

    public override string ReportTarget => In(_english.ReportTarget);

    public override string InputArgument => In(_english.InputArgument);

    public override string InputNeeded => In(_english.InputNeeded);

    public override string NoSuchInput(string file) => In(_english.NoSuchInput(file));

    public override string CannotRead(string file, string why) => In(_english.CannotRead(file, why));

    public override string Unreadable(DocumentFlaw flaw, string file, string detail) =>
        In(_english.Unreadable(flaw, file, detail));

    public override CultureInfo Culture => _english.Culture;

    public override string StepPasses => In(_english.StepPasses);

    public override string StepFails => In(_english.StepFails);

    public override string Heading(ReportPart part) => In(_english.Heading(part));

    public override string Heading(ReportColumn column) => In(_english.Heading(column));

    public override string DescribeLadder(IReadOnlyList<string> lanes, int first, int last) =>
        In(_english.DescribeLadder(lanes, first, last));

    public override string PartOf(string title, int part, int parts) => In(_english.PartOf(title, part, parts));

    public override string BarsLegend => In(_english.BarsLegend);

    public override string DescribeBars(int clients) => In(_english.DescribeBars(clients));

    public override string NeverServed => In(_english.NeverServed);

    public override string ServedFrom(TimeSpan at) => In(_english.ServedFrom(at));

    public override string GotBytesOf(Actor owner) => In(_english.GotBytesOf(owner));

    public override string SameAsTable => In(_english.SameAsTable);

    public override string LineNumber(int number) => In(_english.LineNumber(number));

    public override string MoreLines(int lines) => In(_english.MoreLines(lines));

    public override string MoreFiles(int files) => In(_english.MoreFiles(files));

    public override string NotInResult => In(_english.NotInResult);

    public override string CheckAgain(string command) => In(_english.CheckAgain(command));

    // Submissions

    public override string CollectTarget => In(_english.CollectTarget);

    public override string SubmissionsArgument => In(_english.SubmissionsArgument);

    public override string RosterArgument => In(_english.RosterArgument);

    public override string ConfigArgument => In(_english.ConfigArgument);

    public override string InitArgument => In(_english.InitArgument);

    public override string MarksArgument => In(_english.MarksArgument);

    public override string AgainArgument => In(_english.AgainArgument);

    public override string SandboxArgument => In(_english.SandboxArgument);

    public override string ShardArgument => In(_english.ShardArgument);

    public override string PartsArgument => In(_english.PartsArgument);

    public override string GradeTarget => In(_english.GradeTarget);

    public override string MergeTarget => In(_english.MergeTarget);

    public override string ConfigNeeded => In(_english.ConfigNeeded);

    public override string PartsNeeded => In(_english.PartsNeeded);

    public override string RuleWritten(string file) => In(_english.RuleWritten(file));

    public override string ClassIsIn(string folder) => In(_english.ClassIsIn(folder));

    public override string Progress(ClassProgress progress) => In(_english.Progress(progress));

    public override string Failing(FailedStep failed) => In(_english.Failing(failed));

    public override string BadShard(string text) => In(_english.BadShard(text));

    public override string BadSandbox(string text) => In(_english.BadSandbox(text));

    public override string NoSuchStudents(IReadOnlyList<string> ids) => In(_english.NoSuchStudents(ids));

    public override string NoClassIn(string folder, string why) => In(_english.NoClassIn(folder, why));

    public override string PartsDiffer(string one, string other) => In(_english.PartsDiffer(one, other));

    public override string PartsMissing(IReadOnlyList<string> shards) => In(_english.PartsMissing(shards));

    public override string PartIsWhole(string folder) => In(_english.PartIsWhole(folder));

    public override string PartTwice(string one, string other) => In(_english.PartTwice(one, other));

    public override string SubmissionsNeeded => In(_english.SubmissionsNeeded);

    public override string OutFolderNeeded => In(_english.OutFolderNeeded);

    public override string NotFolder(string file) => In(_english.NotFolder(file));

    public override string NoSuchFolder(string folder) => In(_english.NoSuchFolder(folder));

    public override string DamagedWitnesses(string file, string why) => In(_english.DamagedWitnesses(file, why));

    public override string CollectedRepositories(int repositories, int heads) =>
        In(_english.CollectedRepositories(repositories, heads));

    public override string CollectedCommits(int commits) => In(_english.CollectedCommits(commits));

    public override string CollectedRewritten(IReadOnlyList<string> submissions) =>
        In(_english.CollectedRewritten(submissions));

    public override string CollectedWithoutGit(IReadOnlyList<string> submissions) =>
        In(_english.CollectedWithoutGit(submissions));

    public override string CollectedNotRead(IReadOnlyList<string> submissions) =>
        In(_english.CollectedNotRead(submissions));

    public override string WitnessesWritten(string file) => In(_english.WitnessesWritten(file));

    public override string NoSuchRoster(string file) => In(_english.NoSuchRoster(file));

    public override string RosterWithoutColumns(string file, IReadOnlyList<string> headings) =>
        In(_english.RosterWithoutColumns(file, headings));

    public override string SameStudent(string file, string id) => In(_english.SameStudent(file, id));

    public override string RosterLanguage(string file, string student, string code, IReadOnlyList<string> known) =>
        In(_english.RosterLanguage(file, student, code, known));

    private static string In(string phrase) => $"⟦{phrase}⟧";
}
