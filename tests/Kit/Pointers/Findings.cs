using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;

namespace Lab.Kit.Tests.Pointers;

/// <summary>Findings as checks have them.</summary>
internal static class Findings
{
    private const string Given = "127.9.9.9:5000";

    public static Finding TooEarly => new(Verdict.EndedEarly, Awaited.EndsAfterTimeout);

    public static Finding TooLate => new(Verdict.StillRunning, Awaited.EndsAfterTimeout);

    public static Finding NotReceived => new(Verdict.Silent, Awaited.Received);

    public static Finding NeverServed => new(Verdict.NeverServed, Awaited.Accepted);

    public static Finding Elsewhere(string expected, string found) =>
        new(Verdict.ListensElsewhere, Awaited.Bound) { ExpectedPlace = expected, FoundPlace = found };

    /// <summary>An exception that ended the program at a line.</summary>
    public static Finding Crash(string type, int line) =>
        new(Verdict.UnhandledException, Awaited.Served)
        {
            Program = new(false, 134, new(type, "It failed.", $"Program.cs:{line}"), []),
        };

    /// <summary>What a check of a wrong program must find, as far as the program says it.</summary>
    public static StepResult Of(WrongProgram program)
    {
        var task = program.Exercise.TaskOf(program.Step);
        var finding = new Finding(program.Verdict, AwaitedAt(task, program))
        {
            ExpectedPlace = Given,
            FoundPlace = Found(program),
        };
        var step = Read.Failed(program.Exercise, program.Step, finding);
        return step with
        {
            Diagnosis = step.Diagnosis! with
            {
                Observed = program.Observed ?? step.Diagnosis.Observed,
                Difference = program.Difference is { } kind ? new(kind, 0, 1) : null,
            },
        };
    }

    /// <summary>Every combination of what a check may find, also impossible ones.</summary>
    public static IEnumerable<StepResult> Every(Exercise exercise) =>
        from id in exercise.StepIds
        from verdict in Enum.GetValues<Verdict>()
        from awaited in Enum.GetValues<Awaited>()
        let finding = new Finding(verdict, awaited) { ExpectedPlace = Given, FoundPlace = "0.0.0.0:9000" }
        let step = Read.Failed(exercise, id, finding)
        from difference in Enum.GetValues<DifferenceKind>().Take(awaited is Awaited.Bytes or Awaited.Text ? 100 : 1)
        select step with
        {
            Diagnosis = step.Diagnosis! with { Difference = new(difference, 0, 1) },
        };

    private static string Found(WrongProgram program) =>
        program.Evidence switch
        {
            "" => Given,
            var place when place[0] == ':' => Given.Split(':')[0] + place,
            var host when !host.Contains(':') => host + ":5000",
            var host when host[^1] == ':' => host + "5000",
            var place => place,
        };

    private static Awaited AwaitedAt(StepTask task, WrongProgram program) =>
        (task, program.Verdict) switch
        {
            (StepTask.CreateClientSocket or StepTask.Connect, _) => Awaited.Connection,
            (StepTask.CreateServerSocket, _) => Awaited.TcpSocket,
            (StepTask.Bind, _) => Awaited.Bound,
            (StepTask.SetTimeout, _) when program.Cause == Cause.OtherDefault => Awaited.StillWaits,
            (StepTask.SetTimeout, _) => Awaited.EndsAfterTimeout,
            (StepTask.Listen, _) => Awaited.Listening,
            (StepTask.Loop, _) => Awaited.Served,
            (StepTask.Accept or StepTask.StartThread, Verdict.NeverServed) => Awaited.Accepted,
            (StepTask.Accept, _) => Awaited.Served,
            (StepTask.ReceiveReply, Verdict.CleanClose) => Awaited.WaitsForBytes,
            (StepTask.ReceiveReply or StepTask.ReceiveMessage, _) => Awaited.Received,
            (StepTask.ShowReply or StepTask.ShowMessage, _) => Awaited.Text,
            (StepTask.CloseClient, _) when program.Observed == Symptom.HoldsLostClient => Awaited.ClosedInEveryCase,
            (StepTask.CloseClient, _) => Awaited.Close,
            (StepTask.HandleExceptions or StepTask.HandleInThreads, Verdict.ProcessEnded) => Awaited.Message,
            (StepTask.HandleExceptions or StepTask.HandleInThreads, Verdict.StillRunning) => Awaited.Ends,
            (StepTask.HandleExceptions or StepTask.HandleInThreads, _) => Awaited.Served,
            (StepTask.CloseSocket, _) => Awaited.ClosedBeforeExit,
            (StepTask.CloseServer, _) => Awaited.ServerClosedBeforeExit,
            _ => Awaited.Bytes,
        };

    /// <summary>What a wrong program gets: its name, and the line with the mistake.</summary>
    public static string LineOf(WrongProgram program)
    {
        var reader = Read.Reader(program.Exercise, program.Source());
        var step = Of(program);
        ValueList<StepResult> steps =
        [
            .. program.Exercise.StepIds.Select(id => id == step.Id ? step : StepResult.WaitingFor(step.Id, id)),
        ];
        var passages = reader.Explain(steps).Where(one => one.Passage is not null).ToList();
        var lines = program.Source().Split('\n');
        return passages is [{ Passage: { } it } blamed]
            ? $"+ {program}\n      {blamed.Id} {it.Mistake} {it.Name}\n      {it.Line} {lines[it.Line - 1].Trim()}\n      at {lines[it.Line - 1].Substring(it.Column - 1, it.Length)}"
            : $"- {program}\n      {string.Join(", ", reader.Suspects(step).Select(one => $"{one.Mistake} {one.Line}"))}";
    }
}
