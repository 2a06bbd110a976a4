using System.Net;
using System.Net.Sockets;
using Lab.Build.Checking;
using Lab.Build.Demo;
using Lab.Build.Guidance;
using Lab.Build.Views;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Texts;

/// <summary>
/// Everything a person reads. Each language is one class: what one of them forgets does not compile.
/// </summary>
public abstract partial class Catalogue
{
    /// <summary>The language of this run.</summary>
    public static Catalogue Current { get; } = new English();

    // The exercises

    /// <summary>What an exercise is called.</summary>
    public abstract string Name(Exercise exercise);

    /// <summary>The title of a step, as in the statement and in the comments of Program.cs.</summary>
    public abstract string StepTitle(Exercise exercise, string id);

    /// <summary>What somebody who takes part in a scenario is called; empty for the check itself.</summary>
    public abstract string Name(Actor actor);

    /// <summary>What happens in a scenario, in a few words.</summary>
    public abstract string TitleOf(Situation situation);

    // Where the student stands

    /// <summary>What the kit is called.</summary>
    public abstract string Title { get; }

    /// <summary>How many steps of an exercise pass.</summary>
    public abstract string StepsPassed(int passed, int all);

    /// <summary>When an exercise was last checked.</summary>
    /// <param name="ago">How long ago.</param>
    /// <param name="hasChanged">Whether the program has changed since.</param>
    public abstract string CheckedAgo(TimeSpan ago, bool hasChanged);

    /// <summary>An exercise was never checked.</summary>
    public abstract string NeverChecked { get; }

    /// <summary>The next step of the first exercise that is not done, and what to type; several lines.</summary>
    public abstract string WhatNext(Exercise exercise, Page page);

    /// <summary>All three exercises are done.</summary>
    public abstract string EverythingDone { get; }

    /// <summary>Introduces a hint.</summary>
    public abstract string HintHeading(Hint hint);

    /// <summary>How to get the hint after this one.</summary>
    public abstract string MoreHints(Hint hint);

    /// <summary>The statement has no hints for this step.</summary>
    public abstract string NoHints(Hint hint);

    /// <summary>The exercise is done, and no step was named.</summary>
    public abstract string NothingToHint(Exercise exercise);

    /// <summary>There are no hints for a program that does not compile.</summary>
    public abstract string NoHintToCompile(Exercise exercise);

    // Explaining

    /// <summary>What was observed, in one sentence.</summary>
    public abstract string Observed(Facts facts);

    /// <summary>What was expected, in one sentence.</summary>
    public abstract string Expected(Facts facts);

    /// <summary>How the connection and the program stand, and how long the scenario waited.</summary>
    public abstract string State(Facts facts);

    /// <summary>The difference between two rows of bytes, in words; null where there is nothing to add.</summary>
    public abstract string? Words(Difference difference);

    /// <summary>The label of the row of bytes that the probe sent.</summary>
    public abstract string SentLabel { get; }

    /// <summary>The label of the row of bytes that were expected.</summary>
    public abstract string ExpectedLabel { get; }

    /// <summary>The label of the row of bytes that came.</summary>
    public abstract string ReceivedLabel { get; }

    /// <summary>The label of the sentence about what was observed.</summary>
    public abstract string ObservedLabel { get; }

    /// <summary>The label of the program's last lines.</summary>
    public abstract string PrintedLabel { get; }

    /// <summary>A number of bytes.</summary>
    public abstract string Bytes(long count);

    /// <summary>One likely cause, where the kit's tests hold a program that proves it.</summary>
    public abstract string? Cause(Facts facts);

    /// <summary>The verdicts for which there is a likely cause: each needs a program that proves it.</summary>
    public abstract IReadOnlyCollection<(string Exercise, string Step, Verdict Verdict)> ExplainedVerdicts { get; }

    /// <summary>The likely cause of a difference between bytes; null where there is none.</summary>
    public abstract string? CauseOf(DifferenceKind kind);

    /// <summary>What to do next.</summary>
    public abstract string NextStep(Facts facts, string program);

    /// <summary>How to see it oneself.</summary>
    public abstract string SeeIt(Facts facts);

    /// <summary>A line of the timeline, without its time and its actor.</summary>
    public abstract string Line(Happening what, string? bytes, string? note);

    // The result as a whole

    /// <summary>What is being done.</summary>
    public abstract string Progress(CheckProgress progress);

    /// <summary>The heading of a result.</summary>
    public abstract string Heading(CheckResult result);

    /// <summary>Why a step was not checked.</summary>
    public abstract string WaitsFor(string id);

    /// <summary>What else there is to say about how a step was judged.</summary>
    public abstract string Note(StepNote note);

    /// <summary>A note that holds for several steps.</summary>
    public abstract string NoteOn(IReadOnlyList<string> steps, StepNote note);

    /// <summary>The steps that wait for the failed one.</summary>
    public abstract string NotCheckedYet(IReadOnlyList<string> steps);

    /// <summary>Introduces the scenarios beyond what is asked for.</summary>
    public abstract string GoingFurther { get; }

    /// <summary>Everything passes.</summary>
    public abstract string AllPassed(CheckResult result);

    /// <summary>Some steps pass.</summary>
    public abstract string SomePassed(int passed, int all);

    /// <summary>The program does not compile.</summary>
    public abstract string DoesNotCompile(int errors);

    /// <summary>What to do about a program that does not compile.</summary>
    public abstract string NextCompile { get; }

    /// <summary>The check could not be done.</summary>
    public abstract string CouldNotCheck(string why);

    // Wrong use, and trouble

    /// <summary>An output file that cannot be written.</summary>
    public abstract string CannotWrite(string file, string why);

    // Watching

    /// <summary>Watching makes sense only where somebody watches.</summary>
    public abstract string WatchNeedsTerminal { get; }

    /// <summary>What is watched, and how.</summary>
    public abstract string Watches(string program);

    /// <summary>The keys, in one line.</summary>
    public abstract string WatchKeys(char again, char hint, char following, char quit);

    /// <summary>Steps that did not pass at the last check.</summary>
    public abstract string PassNow(IReadOnlyList<string> steps);

    /// <summary>What somebody knows who has done this exercise.</summary>
    public abstract string Learnt(Exercise exercise);

    /// <summary>A program was deleted, or moved away.</summary>
    public abstract string WaitsForProgram(string program);

    // The demonstration

    /// <summary>What is shown with this server.</summary>
    public abstract string DemoTitle(Exercise server);

    /// <summary>What was seen with this server.</summary>
    /// <param name="server">The server's exercise.</param>
    /// <param name="ending">How it ended.</param>
    public abstract string DemoOutcome(Exercise server, Ending ending);

    /// <summary>A program of the demonstration is missing.</summary>
    public abstract string DemoNeeds(string program);

    /// <summary>A program of the demonstration does not compile.</summary>
    public abstract string DemoCannotCompile(Exercise exercise);

    // Netcat

    /// <summary>Netcat was given no port.</summary>
    public abstract string NetcatNeedsPort { get; }

    /// <summary>Netcat was given what cannot be the name of a host.</summary>
    public abstract string NetcatNoHost(string host);

    /// <summary>What netcat received cannot be written.</summary>
    public abstract string NetcatCannotWrite(string reason);

    /// <summary>Netcat waits for a caller.</summary>
    public abstract string NetcatListens(IPEndPoint endPoint);

    /// <summary>Somebody has sent a UDP datagram to a netcat that waits for a TCP connection.</summary>
    public abstract string NetcatGotDatagram(int length);

    /// <summary>The peer has closed the connection.</summary>
    public abstract string NetcatClosed { get; }

    /// <summary>The peer has reset the connection.</summary>
    public abstract string NetcatReset { get; }

    /// <summary>There is no connection, or no longer one.</summary>
    public abstract string NetcatFailed(string host, int port, SocketException failure);

    /// <summary>There is nothing at this path.</summary>
    public abstract string NoSuchProgram(string path);

    /// <summary>This file is no C# program.</summary>
    public abstract string NotCSharp(string path);

    /// <summary>There is no C# file in this folder.</summary>
    public abstract string NoProgramIn(string folder);

    /// <summary>A command without a word in it.</summary>
    public abstract string EmptyCommand { get; }

    /// <summary>A command with a quote that is not closed.</summary>
    public abstract string OpenQuote(string command);

    /// <summary>A command that the operating system cannot start.</summary>
    public abstract string CannotStart(string file);

    /// <summary>Something in the kit went wrong.</summary>
    public abstract string KitFault(Exception failure);

    /// <summary>The compiler itself failed.</summary>
    public abstract string CompilerFailed(string output);

    /// <summary>The .NET SDK is not where the runtime is.</summary>
    public abstract string NoSdkBeside(string folder);

    /// <summary>The files of a check cannot be written or read.</summary>
    /// <param name="folder">Where they belong.</param>
    /// <param name="why">What the operating system said.</param>
    public abstract string NoRoom(string folder, string why);

    /// <summary>The user asked to end.</summary>
    public abstract string Interrupted { get; }

    /// <summary>A command of the kit's own build failed.</summary>
    public abstract string StageFailed(string command);
}
