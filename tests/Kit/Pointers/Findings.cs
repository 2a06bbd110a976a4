using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;
using Lab.Kit.Tests.WrongPrograms;

namespace Lab.Kit.Tests.Pointers;

/// <summary>Findings as the checks have them.</summary>
internal static class Findings
{
    public static Finding TooEarly => new(Verdict.EndedEarly, Awaited.EndsAfterTimeout);

    public static Finding TooLate => new(Verdict.StillRunning, Awaited.EndsAfterTimeout);

    public static Finding NotReceived => new(Verdict.Silent, Awaited.Received);

    public static Finding NeverServed => new(Verdict.NeverServed, Awaited.Accepted);

    public static Finding Elsewhere(string expected, string found) =>
        new(Verdict.ListensElsewhere, Awaited.Bound) { ExpectedPlace = expected, FoundPlace = found };

    /// <summary>What a wrong program gets: its name, and the line with the mistake.</summary>
    public static string LineOf(WrongProgram program) => "";
}
