using System.Globalization;
using Lab.Build.Report;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words of a report, beside those of a result and of a drawing.
public abstract partial class Catalogue
{
    /// <summary>The language itself.</summary>
    public abstract CultureInfo Culture { get; }

    /// <summary>The outcome in one sentence.</summary>
    public string Summary(ResultDocument result) =>
        result.Fault is { } fault ? CouldNotCheck(fault)
        : result.CompilerErrors.Count > 0 ? DoesNotCompile(result.CompilerErrors.Count)
        : HowManyPass(result);

    /// <summary>The number of steps that pass, of a program that was checked.</summary>
    public string HowManyPass(ResultDocument result)
    {
        var (passed, all) = (result.Steps.Count(step => step.Status == StepStatus.Passed), result.Steps.Count);
        return result.Outcome == Outcome.Passed ? AllPassed(result)
            : result.IsPartial ? SomePassSoFar(passed, all)
            : SomePassed(passed, all);
    }

    /// <summary>The remarks on the steps. A remark gets one line, even if it holds for several steps.</summary>
    public IEnumerable<string> NotesOn(ResultDocument result) =>
        from step in result.Steps
        from note in step.Notes
        group step.Id by note into ids
        orderby ids.Key
        select NoteOn([.. ids], ids.Key);

    /// <summary>The status of a step, as a remark behind its title.</summary>
    public string StatusOf(StepResult step) =>
        step.Status switch
        {
            StepStatus.Passed => StepPasses,
            StepStatus.Failed => StepFails,
            _ => WhyNot(step) ?? "",
        };

    /// <summary>A step passes.</summary>
    public abstract string StepPasses { get; }

    /// <summary>A step does not pass yet.</summary>
    public abstract string StepFails { get; }

    /// <summary>The heading of a part of a report.</summary>
    public abstract string Heading(ReportPart part);

    /// <summary>A description of a drawing, for those who do not see it.</summary>
    /// <param name="lanes">The names of the lanes.</param>
    /// <param name="first">The number of its first row in the table, from 1.</param>
    /// <param name="last">The number of its last row.</param>
    public abstract string DescribeLadder(IReadOnlyList<string> lanes, int first, int last);

    /// <summary>The title of a drawing that is one of several parts.</summary>
    public abstract string PartOf(string title, int part, int parts);

    /// <summary>The meaning of the bars.</summary>
    public abstract string BarsLegend { get; }

    /// <summary>A description of a drawing that shows who is served when, for those who do not see it.</summary>
    public abstract string DescribeBars(int clients);

    /// <summary>A client was connected, and never served.</summary>
    public abstract string NeverServed { get; }

    /// <summary>A client was served from this time on.</summary>
    public abstract string ServedFrom(TimeSpan at);

    /// <summary>A client was sent the bytes of another one.</summary>
    public abstract string GotBytesOf(Actor owner);

    /// <summary>The heading of a column of a table.</summary>
    public abstract string Heading(ReportColumn column);

    /// <summary>The name of the table that says the same as a drawing.</summary>
    public abstract string SameAsTable { get; }

    /// <summary>The name of a line of the program.</summary>
    public abstract string LineNumber(int number);

    /// <summary>Lines are left out.</summary>
    public abstract string MoreLines(int lines);

    /// <summary>Files are left out.</summary>
    public abstract string MoreFiles(int files);

    /// <summary>The text of a file is not in the result.</summary>
    public abstract string NotInResult { get; }

    /// <summary>The command that checks with the same words again.</summary>
    public string CheckAgain(ResultDocument result) =>
        CheckAgain(
            string.Create(CultureInfo.InvariantCulture, $"{Script} --target={result.Exercise.Id} --seed={result.Seed}")
        );

    /// <summary>The command that checks with the same words again.</summary>
    public abstract string CheckAgain(string command);
}
