using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Build.Views;

/// <summary>How the program stood when the scenario gave up.</summary>
public enum ProgramStanding
{
    /// <summary>It runs.</summary>
    Runs,

    /// <summary>It has ended, and its exit code is not known.</summary>
    Ended,

    /// <summary>It has ended by itself, with an exit code.</summary>
    Exited,
}

/// <summary>What the sentences about a finding may name.</summary>
/// <param name="Role">What the program is.</param>
/// <param name="Waited">How long it took, or how long the scenario waited.</param>
public sealed record Details(Role Role, TimeSpan Waited)
{
    /// <summary>The end point that was expected, or the one in question.</summary>
    public string? Place { get; init; }

    /// <summary>The end point where the program was found instead.</summary>
    public string? FoundPlace { get; init; }

    /// <summary>The time after which something was expected.</summary>
    public TimeSpan Due { get; init; }

    /// <summary>How many bytes came.</summary>
    public int Received { get; init; }

    /// <summary>The first byte that differs, from 0.</summary>
    public int Offset { get; init; }

    /// <summary>How many bytes are missing or too many.</summary>
    public int Surplus { get; init; }

    /// <summary>The exception that ended the program, its message without control characters.</summary>
    public Crash? Crash { get; init; }

    /// <summary>How the connection stood, if there was one.</summary>
    public ConnectionState? Connection { get; init; }

    /// <summary>How the program stood, if it was started.</summary>
    public ProgramStanding? Program { get; init; }

    /// <summary>Its exit code, where <see cref="Program"/> says that there is one.</summary>
    public int ExitCode { get; init; }

    /// <summary>The details of a finding.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="diagnosis">What was decided about it.</param>
    /// <param name="role">What the program is.</param>
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
