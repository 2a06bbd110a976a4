using Lab.Build.Checking;
using Lab.Build.Guidance;
using Lab.Build.Results;

namespace Lab.Build.Texts;

// Where the student stands, hints, and the daily loop.
public sealed partial class English
{
    private static string Script => OperatingSystem.IsWindows() ? "build.cmd" : "./build.sh";

    /// <inheritdoc />
    public override string Title => "TCP Sockets Lab";

    /// <inheritdoc />
    public override string StepsPassed(int passed, int all) => $"{passed, 2} of {all, 2}";

    /// <inheritdoc />
    public override string CheckedAgo(TimeSpan ago, bool hasChanged) =>
        $"checked {Ago(ago)}" + (hasChanged ? "; the program has changed since" : "");

    /// <inheritdoc />
    public override string NeverChecked => "not checked yet";

    /// <inheritdoc />
    public override string WhatNext(Exercise exercise, Page page) =>
        $"""
            Next: {NextOf(exercise, page)}

              {Script} --target={exercise.Id}    check it
              {Script} --target=Hint   a hint for this step
              {Script} --target=Watch  check whenever you save

            All targets: {Script} --description
            """;

    /// <inheritdoc />
    public override string EverythingDone =>
        "All three exercises are done. Commit them, and be ready to explain them.\n"
        + $"To show them to somebody:  {Script} --target=Demo --exercises";

    /// <inheritdoc />
    public override string HintHeading(Hint hint) =>
        $"{hint.Exercise.Id}, step {hint.Step}, {StepTitle(hint.Exercise, hint.Step)} · hint {hint.Number} of {hint.Count}";

    /// <inheritdoc />
    public override string MoreHints(Hint hint) =>
        hint.Number < hint.Count
            ? $"The next one:  {Script} --target=Hint --exercise={hint.Exercise.Id} --step={hint.Step}"
            : "That was the last hint for this step; the next one is the first again. The statement says more: "
                + $"exercises/{hint.Exercise.Folder}/README.md";

    /// <inheritdoc />
    public override string NoHints(Hint hint) =>
        $"There are no hints for step {hint.Step} in exercises/{hint.Exercise.Folder}/README.md.";

    /// <inheritdoc />
    public override string NothingToHint(Exercise exercise) =>
        $"{exercise.Id} is done. For a hint all the same, name a step:  {Script} --target=Hint --exercise={exercise.Id} "
        + $"--step={exercise.StepIds[0]}";

    /// <inheritdoc />
    public override string NoHintToCompile(Exercise exercise) =>
        $"{exercise.Id} does not compile, and there the compiler has the best hints:  {Script} --target={exercise.Id}";

    /// <inheritdoc />
    public override string WatchNeedsTerminal =>
        $"Watch needs a terminal to show its screen and read its keys. Elsewhere check once:  {Script} --target=Ex1";

    /// <inheritdoc />
    public override string Watches(string program) => $"{program}, looked at twenty times a second";

    /// <inheritdoc />
    public override string WatchKeys(char again, char hint, char following, char quit) =>
        $"Save to check · {again} check again · {hint} hint · {following} next exercise · {quit} quit";

    /// <inheritdoc />
    public override string PassNow(IReadOnlyList<string> steps) =>
        steps.Count == 1 ? $"Step {steps[0]} passes now." : $"Steps {string.Join(", ", steps)} pass now.";

    /// <inheritdoc />
    public override string Learnt(Exercise exercise) =>
        exercise == Exercise.Client
            ? "You now know how a client opens a connection, turns text into bytes and back, never waits for ever, and "
                + "gives its socket back in every case."
        : exercise == Exercise.EchoServer
            ? "You now know what a server does that a client does not: it binds, listens and accepts; it survives its "
                + "clients; and while it serves one, the others wait in the backlog."
        : "You now know how a thread for each connection keeps a silent client from stopping the others, and why no "
            + "exception may leave a thread.";

    /// <inheritdoc />
    public override string WaitsForProgram(string program) => $"{program} is gone. It is checked when it is back.";

    private string NextOf(Exercise exercise, Page page)
    {
        var program = $"exercises/{exercise.Folder}/Program.cs";
        return page.CheckedAt is null ? $"read exercises/{exercise.Folder}/README.md, and write step 1 in {program}."
            : page.Next == ResultDocument.Compile ? $"{program} does not compile."
            : $"step {page.Next}, \"{StepTitle(exercise, page.Next!)}\", in {program}.";
    }

    private static string Ago(TimeSpan ago) =>
        ago.TotalMinutes < 1 ? "just now"
        : ago.TotalHours < 1 ? Count(ago.TotalMinutes, "minute")
        : ago.TotalDays < 1 ? Count(ago.TotalHours, "hour")
        : Count(ago.TotalDays, "day");

    private static string Count(double number, string unit) =>
        (int)number == 1 ? $"1 {unit} ago" : $"{Number((long)number)} {unit}s ago";
}
