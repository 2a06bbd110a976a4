using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>The state of the program when the scenario gave up.</summary>
public enum ProgramStanding
{
    /// <summary>The program runs.</summary>
    Runs,

    /// <summary>The program has ended, and its exit code is not known.</summary>
    Ended,

    /// <summary>The program has ended by itself, with an exit code.</summary>
    Exited,
}

/// <summary>The values that sentences about a finding may contain.</summary>
/// <param name="Role">The program's role.</param>
/// <param name="Waited">The time that it took, or that the scenario waited.</param>
public sealed record Details(Role Role, TimeSpan Waited)
{
    /// <summary>The end point that was expected, or the one in question.</summary>
    public string? Place { get; init; }

    /// <summary>The end point where the program was found instead.</summary>
    public string? FoundPlace { get; init; }

    /// <summary>The time after which something was expected.</summary>
    public TimeSpan Due { get; init; }

    /// <summary>The number of bytes that came.</summary>
    public int Received { get; init; }

    /// <summary>The position of the first byte that differs, from 0.</summary>
    public int Offset { get; init; }

    /// <summary>The number of missing or extra bytes.</summary>
    public int Surplus { get; init; }

    /// <summary>The exception that ended the program. Its message has no control characters.</summary>
    public Crash? Crash { get; init; }

    /// <summary>The state of the connection. Null if there was none.</summary>
    public ConnectionState? Connection { get; init; }

    /// <summary>The state of the program. Null if it was not started.</summary>
    public ProgramStanding? Program { get; init; }

    /// <summary>The program's exit code, if <see cref="Program"/> says that there is one.</summary>
    public int ExitCode { get; init; }

    /// <summary>The details of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="diagnosis">The decisions about the finding.</param>
    /// <param name="role">The program's role.</param>
    public static Details Of(Finding finding, Diagnosis diagnosis, Role role) =>
        new(role, finding.Waited)
        {
            Place = finding.ExpectedPlace,
            FoundPlace = finding.FoundPlace,
            Due = finding.ExpectedTime ?? default,
            Received = finding.ReceivedBytes?.Total ?? 0,
            Offset = diagnosis.Difference?.Offset ?? 0,
            Surplus = diagnosis.Difference?.Count ?? 0,
            Crash = finding.Program?.Crash is { } crash ? crash with { Message = Quoted.Escape(crash.Message) } : null,
            Connection = finding.Connection,
            Program = StandingOf(finding.Program),
            ExitCode = finding.Program?.ExitCode ?? 0,
        };

    private static ProgramStanding? StandingOf(ProgramState? program) =>
        program switch
        {
            null => null,
            { Running: true } => ProgramStanding.Runs,
            { ExitCode: not null } => ProgramStanding.Exited,
            _ => ProgramStanding.Ended,
        };
}
