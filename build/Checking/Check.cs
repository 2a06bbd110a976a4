using System.Diagnostics;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;

namespace Lab.Build.Checking;

/// <summary>The program to check, and how.</summary>
/// <param name="Exercise">The exercise whose steps the program must pass.</param>
/// <param name="Source">The source of the program.</param>
/// <param name="Seed">The seed for the words that the probes send.</param>
public sealed record CheckRequest(Exercise Exercise, Source Source, int Seed)
{
    /// <summary>
    /// The default timeout to wait for, which the program must have. Null if the check does not wait for it.
    /// </summary>
    public TimeSpan? FullWait { get; init; }

    /// <summary>
    /// Whether every step is judged, however long that takes. Otherwise the check may end when the first wrong step is
    /// certain, because a student has to mend that one first.
    /// </summary>
    public bool WantsEveryStep { get; init; }

    /// <summary>Whether this process loads the compiler, which pays if it checks many programs.</summary>
    public bool LoadsCompiler { get; init; }

    /// <summary>The sandbox in which the program runs. Null if it runs with the rights of the user who checks it.</summary>
    public ISandbox? Sandbox { get; init; }

    /// <summary>
    /// Waits for the turn to play scenarios again alone on the machine. The turn is over when the result is disposed of. Null
    /// if this is the only check.
    /// </summary>
    public Func<CancellationToken, Task<IDisposable>>? Alone { get; init; }
}

/// <summary>One check, from the source to the result: compile, run the scenarios, judge.</summary>
public sealed class Check : IAsyncDisposable
{
    private readonly CheckRequest _request;
    private readonly Workspace _workspace;
    private readonly PreparedProgram _program;
    private readonly SourceReader _reader;
    private readonly IProgress<CheckProgress> _progress;
    private readonly CancellationToken _end;
    private readonly Stopwatch _clock;
    private readonly List<ScenarioRun> _runs = [];
    private readonly Dictionary<string, TimeSpan> _certainAt = [];
    private readonly Enough _enough;
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
        _enough = new(request.WantsEveryStep);
        _program = request.Source.Prepare(workspace, request.Exercise, end);
        _reader = new(request.Exercise, _program.Program);
    }

    /// <summary>Checks a program.</summary>
    /// <param name="request">The program to check, and how.</param>
    /// <param name="progress">Receives progress.</param>
    /// <param name="end">Cancels the check. Nothing is left running then.</param>
    /// <exception cref="RefusedException">There is no program at the given place.</exception>
    /// <exception cref="OperationCanceledException">The check was cancelled.</exception>
    public static async Task<ResultDocument> Run(
        CheckRequest request,
        IProgress<CheckProgress> progress,
        CancellationToken end
    )
    {
        var clock = Stopwatch.StartNew();
        await using var workspace = new Workspace(end)
        {
            Sandbox = request.Sandbox,
            LoadsCompiler = request.LoadsCompiler,
        };
        progress.Report(new(CheckPhase.Compiling, 0, 0));
        await using var check = new Check(request, workspace, clock, progress, end);
        return await check.Run();
    }

    /// <summary>Waits for the work that still uses the workspace.</summary>
    public async ValueTask DisposeAsync()
    {
        await ((Task)_client).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _enough.Dispose();
    }

    private async Task<ResultDocument> Run()
    {
        // The scenarios are found while the compiler works, because both take time.
        var scenarios = Task.Run(() => new ScenarioRun(Everything));
        var (subject, errors) = await _program.Made;
        if (errors.Count > 0)
            return ResultNow() with
            {
                CompilerErrors = [.. errors],
                Steps = StepResult.AllWaitingFor(_request.Exercise, ResultDocument.Compile),
            };
        // The acceptance needs the client only late, so the client is compiled meanwhile.
        _client = CompileReferenceClient();
        try
        {
            var played = await PlayAll(subject!, await scenarios);
            if (subject!.Sandbox?.Failure is { } failure)
                throw new FaultException(new Fault.SandboxFailed(failure));
            return Judged(JudgeOn(played, subject!, onlyCertain: _enough.Reached.IsCancellationRequested), played);
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
            throw new OperationCanceledException(_end);
        }
        catch (Exception fault)
        {
            // A client that does not compile must be reported as such, and not as the fault of a scenario that uses it.
            await _client;
            return ResultNow() with
            {
                Fault = Fault.Of(fault),
                Steps = StepResult.AllWaitingFor(_request.Exercise, null),
            };
        }
    }

    private Selection Everything => new(_request.Exercise) { WithLong = _request.FullWait is not null };

    private ResultDocument ResultNow() =>
        new(_request.Exercise, _program.Program, _clock.Elapsed.TotalSeconds, _request.Seed)
        {
            Confinement = _request.Sandbox is null ? Confinement.None : Confinement.Bubblewrap,
        };

    private Judge JudgeOn(IEnumerable<ScenarioResult> scenarios, Subject subject, bool onlyCertain = false) =>
        new(_request.Exercise, scenarios, subject.Hook is not null, onlyCertain);

    // A scenario that failed only because something came late is played once more, alone: see Judge.InDoubt.
    private async Task<IReadOnlyList<ScenarioResult>> PlayAll(Subject subject, ScenarioRun all)
    {
        var scenarios = await Play(subject, all, before: null);
        if (_enough.Reached.IsCancellationRequested || JudgeOn(scenarios, subject).InDoubt.Count == 0)
            return scenarios;
        using var turn = _request.Alone is { } alone ? await alone(_end) : null;
        return await PlayAgain(subject, scenarios);
    }

    private async Task<IReadOnlyList<ScenarioResult>> PlayAgain(
        Subject subject,
        IReadOnlyList<ScenarioResult> scenarios
    )
    {
        while (!_enough.Reached.IsCancellationRequested)
        {
            var doubtful = JudgeOn(scenarios, subject).InDoubt;
            if (doubtful.Count == 0)
                return scenarios;
            string[] names = [.. doubtful.Select(scenario => scenario.About.Name)];
            scenarios = await Play(subject, new(Everything with { Names = names }), scenarios);
        }
        return scenarios;
    }

    private static ScenarioResult Newer(ScenarioResult first, IReadOnlyList<ScenarioResult> again) =>
        again.FirstOrDefault(second => second.About.Name == first.About.Name) is { Observation: not null } newer
            ? newer with
            {
                IsSecond = true,
            }
            : first;

    private async Task<IReadOnlyList<ScenarioResult>> Play(
        Subject subject,
        ScenarioRun run,
        IReadOnlyList<ScenarioResult>? before
    )
    {
        var isAgain = before is not null;
        var setup = new Setup(subject, _client, _request.Seed)
        {
            IsAgain = isAgain,
            DefaultTimeout = _request.FullWait ?? TimeSpan.Zero,
            Enough = _enough.Reached,
        };
        await using var playing = run;
        _runs.Add(run);
        using var countdown = new Countdown(
            _progress,
            isAgain ? CheckPhase.PlayingAgain : CheckPhase.Running,
            isAgain ? null : LongestWait(setup)
        );
        IReadOnlyList<ScenarioResult> Whole(IReadOnlyList<ScenarioResult> all) =>
            before is null ? all : [.. before.Select(first => Newer(first, all))];
        void Report(IReadOnlyList<ScenarioResult> all) =>
            countdown.Report(
                all.Count(one => one.Observation is not null),
                all.Count,
                CertainSoFar(Whole(all), subject)
            );
        var scenarios = await Task.Run(() => run.Play(setup, Report, _end), _end);
        _end.ThrowIfCancellationRequested();
        return Whole(scenarios);
    }

    private TimeSpan? LongestWait(Setup setup) =>
        _request.FullWait is null ? null
        : _request.Exercise == Exercise.Client ? setup.DefaultTimeout
        : setup.BeforeLateCall + setup.DefaultTimeout;

    // A cancelled check says nothing about the program.
    private ResultDocument? CertainSoFar(IEnumerable<ScenarioResult> scenarios, Subject subject)
    {
        var judge = JudgeOn(scenarios, subject, onlyCertain: true);
        var steps = Dated(_reader.Explain(judge.Steps));
        _enough.Consider(judge, _clock.Elapsed);
        return !_end.IsCancellationRequested && steps.Any(step => step.Status == StepStatus.Failed)
            ? ResultNow() with
            {
                Steps = steps,
                IsPartial = true,
            }
            : null;
    }

    private ResultDocument Judged(Judge judge, IReadOnlyList<ScenarioResult> scenarios)
    {
        ConversationRecord[] conversations =
        [
            .. _runs.SelectMany(run => run.Conversations).Select(ConversationRecord.Of),
        ];
        return ResultNow() with
        {
            Steps = Placed(Ended(Dated(_reader.Explain(judge.Steps))), conversations),
            Conversations = [.. conversations],
            GoingFurther =
            [
                .. scenarios
                    .Where(one => one.About.IsGoingFurther)
                    .Select(one => new FurtherResult(
                        one.About.Id,
                        one.About.Situation,
                        one.Observation is null ? StepStatus.NotChecked
                            : one.Observation.IsHeld ? StepStatus.Passed
                            : StepStatus.Failed
                    )),
            ],
        };
    }

    private static ValueList<StepResult> Placed(ValueList<StepResult> steps, ConversationRecord[] conversations)
    {
        int? NumberOf(Finding finding) => Array.FindIndex(conversations, one => one.LedTo(finding)) + 1;
        return
        [
            .. steps.Select(step => step.Finding is { } found ? step with { Conversation = NumberOf(found) } : step),
        ];
    }

    // A step that the check did not finish waits for the first wrong one, because of which the check has ended.
    private static ValueList<StepResult> Ended(ValueList<StepResult> steps)
    {
        var next = steps.FirstOrDefault(step => step.Status == StepStatus.Failed)?.Id;
        return [.. steps.Select(step => step.IsUnderWay ? StepResult.WaitingFor(next, step.Id) : step)];
    }

    // A step that is certain stays certain, so its first time counts.
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

    // The acceptance of exercise 3 runs the client of exercise 1. A kit without solutions uses a probe instead.
    private async Task<Subject?> CompileReferenceClient()
    {
        var source = KitFolder.ProgramOf(Exercise.Client, solution: true);
        if (_request.Exercise != Exercise.ThreadedServer || !File.Exists(source))
            return null;
        var (client, errors) = await _workspace.Compile(ProgramFiles.Of(source), "Client", hook: null);
        return errors.Count > 0 ? throw new FaultException(new Fault.CompilerFailed(errors[0].Message)) : client;
    }
}
