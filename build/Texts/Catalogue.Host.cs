using System.Net;
using Lab.Build.Guidance;

namespace Lab.Build.Texts;

// The phrases of everything around a result.
public abstract partial class Catalogue
{
    // The student's progress

    /// <summary>The name of the kit.</summary>
    public abstract string KitTitle { get; }

    /// <summary>The number of steps of an exercise that pass.</summary>
    public abstract string StepsPassed(int passed, int all);

    /// <summary>Less than a minute ago.</summary>
    public abstract string JustNow { get; }

    /// <summary>What is committed of a program that was begun.</summary>
    /// <param name="commits">The number of commits that have changed it.</param>
    /// <param name="isCommitted">Whether the program is committed as it is now.</param>
    public abstract string Committed(int commits, bool isCommitted);

    /// <summary>The remote lacks this number of commits.</summary>
    public abstract string NotPushed(int commits);

    /// <summary>Some minutes ago, at least one.</summary>
    public abstract string MinutesAgo(long minutes);

    /// <summary>Some hours ago, at least one.</summary>
    public abstract string HoursAgo(long hours);

    /// <summary>Some days ago, at least one.</summary>
    public abstract string DaysAgo(long days);

    /// <summary>The deadline is still to come.</summary>
    /// <param name="time">The deadline, with its offset from UTC.</param>
    /// <param name="left">The time left.</param>
    public abstract string DeadlineIn(string time, string left);

    /// <summary>The deadline is over.</summary>
    /// <param name="time">The deadline, with its offset from UTC.</param>
    /// <param name="ago">The time since then.</param>
    public abstract string DeadlineWas(string time, string ago);

    /// <summary>A number of minutes, as a part of the time left.</summary>
    public abstract string MinutesLeft(long minutes);

    /// <summary>A number of hours, as a part of the time left.</summary>
    public abstract string HoursLeft(long hours);

    /// <summary>A number of days, as a part of the time left.</summary>
    public abstract string DaysLeft(long days);

    /// <summary>The time of an exercise's last check.</summary>
    public abstract string Checked(string ago);

    /// <summary>The time of an exercise's last check, if the program has changed since then.</summary>
    public abstract string CheckedBeforeChange(string ago);

    /// <summary>An exercise was never checked.</summary>
    public abstract string NeverChecked { get; }

    /// <summary>The next thing to do, and what to type. The text has several lines.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="whatComes">The next thing to do, as the end of a sentence.</param>
    public abstract string WhatNext(Exercise exercise, string whatComes);

    /// <summary>The next thing to do: begin.</summary>
    public abstract string NextIsToBegin(Exercise exercise);

    /// <summary>The next thing to do: make the program compile.</summary>
    public abstract string NextIsToCompile(Exercise exercise);

    /// <summary>The next thing to do: a step.</summary>
    public abstract string NextIsStep(Exercise exercise, string id);

    /// <summary>All three exercises are done.</summary>
    public abstract string EverythingDone { get; }

    /// <summary>The heading of a hint.</summary>
    public abstract string HintHeading(Hint hint);

    /// <summary>How to get the hint after this one.</summary>
    public abstract string NextHint(Hint hint);

    /// <summary>There is no hint after this one.</summary>
    public abstract string LastHint(Hint hint);

    /// <summary>The statement has no hints for this step.</summary>
    public abstract string NoHints(Hint hint);

    /// <summary>The exercise is done, and no step was named.</summary>
    public abstract string NothingToHint(Exercise exercise);

    /// <summary>There are no hints for a program that does not compile.</summary>
    public abstract string NoHintToCompile(Exercise exercise);

    // Watching

    /// <summary>Watch needs a terminal.</summary>
    public abstract string WatchNeedsTerminal { get; }

    /// <summary>The program that is watched, and how.</summary>
    public abstract string Watches(string program);

    /// <summary>The keys, in one line.</summary>
    public abstract string WatchKeys(char again, char hint, char following, char quit);

    /// <summary>The steps that pass now and did not pass at the last check.</summary>
    public abstract string PassNow(IReadOnlyList<string> steps);

    /// <summary>What a student has learnt who has finished this exercise.</summary>
    public abstract string Learnt(ExerciseKind exercise);

    /// <summary>A program was deleted, or moved away.</summary>
    public abstract string WaitsForProgram(string program);

    // The demonstration

    /// <summary>What the demonstration shows with this server.</summary>
    public abstract string DemoTitle(Exercise server);

    /// <summary>The client was served: the server has a thread for each connection.</summary>
    public abstract string DemoServedByThreads { get; }

    /// <summary>The client was served by a server of an exercise that does not ask for this.</summary>
    public abstract string DemoServed { get; }

    /// <summary>The client was not served by a server that should have served it.</summary>
    public abstract string DemoKeptWaiting { get; }

    /// <summary>The client was not served by a server with one thread.</summary>
    public abstract string DemoKeptInBacklog { get; }

    /// <summary>There was no server.</summary>
    public abstract string DemoNoServer(Exercise server);

    /// <summary>The client never called.</summary>
    public abstract string DemoNoClient { get; }

    /// <summary>A program of the demonstration is missing.</summary>
    public abstract string DemoNeeds(string program);

    /// <summary>A program of the demonstration does not compile.</summary>
    public abstract string DemoCannotCompile(Exercise exercise);

    // Netcat

    /// <summary>Netcat was given no port.</summary>
    public abstract string NetcatNeedsPort { get; }

    /// <summary>The text given to netcat cannot be the name of a host.</summary>
    public abstract string NetcatNoHost(string host);

    /// <summary>Netcat's output cannot be written.</summary>
    public abstract string NetcatCannotWrite(string reason);

    /// <summary>Netcat waits for a caller.</summary>
    public abstract string NetcatListens(IPEndPoint endPoint);

    /// <summary>A UDP datagram came while netcat waits for a TCP connection.</summary>
    public abstract string NetcatGotDatagram(int length);

    /// <summary>The peer has closed the connection.</summary>
    public abstract string NetcatClosed { get; }

    /// <summary>The peer has reset the connection.</summary>
    public abstract string NetcatReset { get; }

    /// <summary>Nobody listens there.</summary>
    public abstract string NetcatRefused(string host, int port);

    /// <summary>Another program listens at the port.</summary>
    public abstract string PortTaken(int port);

    /// <summary>This machine does not have the address.</summary>
    public abstract string NoSuchAddress(string host);

    /// <summary>The port needs special rights.</summary>
    public abstract string PortNeedsRights(int port);

    /// <summary>The operating system does not allow the use of this port.</summary>
    public abstract string PortKept(int port);

    /// <summary>There is no host of this name.</summary>
    public abstract string NoSuchHost(string host);

    /// <summary>Another error, in the words of the operating system.</summary>
    public abstract string NetcatError(string host, int port, string message);

    // Wrong use, and problems

    /// <summary>The output file cannot be written.</summary>
    public abstract string CannotWrite(string file, string why);

    /// <summary>There is nothing at this path.</summary>
    public abstract string NoSuchProgram(string path);

    /// <summary>The file is not a C# program.</summary>
    public abstract string NotCSharp(string path);

    /// <summary>There is no C# file in this folder.</summary>
    public abstract string NoProgramIn(string folder);

    /// <summary>The command has no words.</summary>
    public abstract string EmptyCommand { get; }

    /// <summary>The command has a quote that is not closed.</summary>
    public abstract string OpenQuote(string command);

    /// <summary>The files of a check cannot be written or read.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="why">The operating system's message.</param>
    public abstract string NoRoom(string folder, string why);

    /// <summary>The user asked to end.</summary>
    public abstract string Interrupted { get; }

    /// <summary>A command of the kit's own build failed.</summary>
    public abstract string StageFailed(string command);

    /// <summary>The sandbox could not be made for a program that was checked, as the end of a sentence.</summary>
    /// <param name="why">The message.</param>
    public abstract string SandboxFailed(string why);

    /// <summary>The process that checked a program has ended before the check did, as the end of a sentence.</summary>
    /// <param name="output">The last that it said.</param>
    public abstract string CheckerDied(string output);
}
