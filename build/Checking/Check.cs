using System.Diagnostics;
using Lab.Build.Diagnosing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Checking;

/// <summary>What to check.</summary>
/// <param name="Exercise">The exercise whose steps count.</param>
/// <param name="Source">Where the program comes from.</param>
/// <param name="Seed">The seed of the words that scenarios send.</param>
public sealed record CheckRequest(Exercise Exercise, Source Source, int Seed)
{
    /// <summary>The default timeout that the program must have, to be waited out; null where nobody waits for it.</summary>
    public TimeSpan? FullWait { get; init; }
}

/// <summary>One check, from the source to the result: compile, run the scenarios, judge.</summary>
public sealed class Check : IAsyncDisposable
{
    private readonly CheckRequest _request;
    private readonly Workspace _workspace;
    private readonly PreparedProgram _program;
    private readonly IProgress<CheckProgress> _progress;
    private readonly CancellationToken _end;
    private readonly Stopwatch _clock;
    private readonly List<ScenarioRun> _runs = [];
    private readonly Dictionary<string, TimeSpan> _certainAt = [];
    private Task<Subject?> _client = Task.FromResult<Subject?>(null);

    private Check(
        CheckRequest request,
        Workspace workspace,
        Stopwatch clock,
        IProgress<CheckProgress> progress,
        CancellationToken end
    )
    {
        (_request, _workspace, _clock, _progress, _end) = (request, workspace, clock, progress, end);
        _program = request.Source.Prepare(workspace, request.Exercise, end);
    }

    /// <summary>Checks a program.</summary>
    /// <param name="request">What to check.</param>
    /// <param name="progress">Receives how far it is.</param>
    /// <param name="end">Gives up; nothing is left running then either.</param>
    /// <exception cref="RefusedException">There is nothing to check at the place that was given.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static async Task<ResultDocument> Run(
        CheckRequest request,
        IProgress<CheckProgress> progress,
        CancellationToken end
    )
    {
        var clock = Stopwatch.StartNew();
        await using var workspace = new Workspace(end);
        progress.Report(new(CheckPhase.Compiling, 0, 0));
        await using var check = new Check(request, workspace, clock, progress, end);
        return await check.Run();
    }

    /// <summary>Waits for what the workspace is still needed for.</summary>
    public async ValueTask DisposeAsync() =>
        await ((Task)_client).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<ResultDocument> Run()
    {
        // The scenarios are found while the compiler works.
        var scenarios = Task.Run(() => new ScenarioRun(Everything));
        var (subject, errors) = await _program.Made;
        if (errors.Count > 0)
            return ResultNow() with { CompilerErrors = [.. errors], Steps = WaitingFor(ResultDocument.Compile) };
        // The acceptance needs the client, and comes late.
        _client = CompileReferenceClient();
        try
        {
            var played = await PlayAll(subject!, await scenarios);
            return Judged(JudgeOn(played, subject!), played);
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
            throw new OperationCanceledException(_end);
        }
        catch (Exception fault)
        {
            // A client that could not be compiled is told as what it is, and not as a scenario's fault.
            await _client;
            return ResultNow() with { Fault = Fault.Of(fault), Steps = WaitingFor(null) };
        }
    }

    private Selection Everything => new(_request.Exercise) { WithLong = _request.FullWait is not null };

    private ResultDocument ResultNow() =>
        new(_request.Exercise, _program.Program, _clock.Elapsed.TotalSeconds, _request.Seed);

    private Judge JudgeOn(IReadOnlyList<ScenarioResult> scenarios, Subject subject) =>
        new(_request.Exercise, scenarios, subject.Hook is not null);

    // A scenario that failed only because something came late is played once more, alone: see Judge.InDoubt.
    private async Task<IReadOnlyList<ScenarioResult>> PlayAll(Subject subject, ScenarioRun all)
    {
        var scenarios = await Play(subject, all);
        while (true)
        {
            var doubtful = JudgeOn(scenarios, subject).InDoubt;
            if (doubtful.Count == 0)
                return scenarios;
            string[] names = [.. doubtful.Select(scenario => scenario.About.Name)];
            var again = await Play(subject, new(Everything with { Names = names }), isAgain: true);
            scenarios = [.. scenarios.Select(first => Newer(first, again))];
        }
    }

    private static ScenarioResult Newer(ScenarioResult first, IReadOnlyList<ScenarioResult> again) =>
        again.FirstOrDefault(second => second.About.Name == first.About.Name) is { } newer
            ? newer with
            {
                IsSecond = true,
            }
            : first;

    private async Task<IReadOnlyList<ScenarioResult>> Play(Subject subject, ScenarioRun run, bool isAgain = false)
    {
        var setup = new Setup(subject, _client, _request.Seed)
        {
            IsAgain = isAgain,
            DefaultTimeout = _request.FullWait ?? TimeSpan.Zero,
        };
        await using var playing = run;
        _runs.Add(run);
        using var countdown = new Countdown(
            _progress,
            isAgain ? CheckPhase.PlayingAgain : CheckPhase.Running,
            isAgain ? null : LongestWait(setup)
        );
        void Report(IReadOnlyList<ScenarioResult> all) =>
            countdown.Report(
                all.Count(one => one.Observation is not null),
                all.Count,
                isAgain ? null : CertainSoFar(all, subject)
            );
        var scenarios = await Task.Run(() => run.Play(setup, Report, _end), _end);
        _end.ThrowIfCancellationRequested();
        return scenarios;
    }

    private TimeSpan? LongestWait(Setup setup) =>
        _request.FullWait is null ? null
        : _request.Exercise == Exercise.Client ? setup.DefaultTimeout
        : setup.BeforeLateCall + setup.DefaultTimeout;

    // Whatever may be played again is as good as not played yet, and what was given up says nothing about the program.
    private ResultDocument? CertainSoFar(IEnumerable<ScenarioResult> scenarios, Subject subject)
    {
        ScenarioResult[] certain =
        [
            .. scenarios.Select(one => one.RestsOnClock ? one with { Observation = null } : one),
        ];
        var steps = Dated(JudgeOn(certain, subject).Steps);
        return !_end.IsCancellationRequested && steps.Any(step => step.Status == StepStatus.Failed)
            ? ResultNow() with
            {
                Steps = steps,
                IsPartial = true,
            }
            : null;
    }

    private ResultDocument Judged(Judge judge, IReadOnlyList<ScenarioResult> scenarios) =>
        ResultNow() with
        {
            Steps = Dated(judge.Steps),
            Conversations = [.. _runs.SelectMany(run => run.Conversations).Select(ConversationRecord.Of)],
            GoingFurther =
            [
                .. scenarios
                    .Where(one => one.About.IsGoingFurther)
                    .Select(one => new FurtherResult(
                        one.About.Id,
                        one.About.Situation,
                        one.Observation is { IsHeld: true } ? StepStatus.Passed : StepStatus.Failed
                    )),
            ],
        };

    // A certain status stays certain, so the first time counts.
    private ValueList<StepResult> Dated(ValueList<StepResult> steps)
    {
        foreach (var step in steps.Where(step => step.Status != StepStatus.NotChecked))
            _certainAt.TryAdd(step.Id, _clock.Elapsed);
        return
        [
            .. steps.Select(step =>
                step.Status == StepStatus.NotChecked ? step : step with { CertainAt = _certainAt[step.Id] }
            ),
        ];
    }

    private ValueList<StepResult> WaitingFor(string? step) =>
        [.. _request.Exercise.StepIds.Select(id => StepResult.WaitingFor(step, id))];

    // The acceptance of exercise 3 runs the client of exercise 1. A kit without solutions uses the probe for it.
    private async Task<Subject?> CompileReferenceClient()
    {
        var source = KitFolder.ProgramOf(Exercise.Client, solution: true);
        if (_request.Exercise != Exercise.ThreadedServer || !File.Exists(source))
            return null;
        var (client, errors) = await _workspace.Compile(ProgramFiles.Of(source), "Client", hook: null);
        return errors.Count > 0 ? throw new FaultException(new Fault.CompilerFailed(errors[0].Message)) : client;
    }
}
