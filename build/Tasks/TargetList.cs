using Cake.Cli;
using Cake.Core;
using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Texts;
using Spectre.Console;

namespace Lab.Build.Tasks;

/// <summary>What <c>--description</c> shows: an attribute holds one language, so the words come from the catalogue.</summary>
/// <param name="engine">The engine, which is told the tasks before it is asked for their list.</param>
/// <param name="context">The engine's context.</param>
/// <param name="console">Where the list goes.</param>
/// <param name="tasks">The tasks.</param>
public sealed class TargetList(
    ICakeEngine engine,
    ICakeContext context,
    IAnsiConsole console,
    IEnumerable<IFrostingTask> tasks
) : DescriptionScriptHost(engine, context, console)
{
    // The names of the three exercises fit, and most of a narrow terminal is left for what the argument means.
    private const int TargetsWidth = 14;

    private readonly IAnsiConsole _console = console;

    private static Catalogue Words => Catalogue.Current;

    /// <inheritdoc />
    public override async Task<CakeReport> RunTargetsAsync(IEnumerable<string> targets)
    {
        foreach (var known in Tasks.OfType<CakeTask>())
            known.Description = tasks.OfType<LabTask>().Single(one => one.Name == known.Name).Description(Words);
        var report = await base.RunTargetsAsync(targets);
        _console.Write(Table());
        return report;
    }

    private static Table Table()
    {
        var table = new Table().Border(TableBorder.SimpleHeavy);
        foreach (var heading in Words.ArgumentHeadings)
            table.AddColumn(heading);
        table.Columns[0].NoWrap();
        table.Columns[1].Width(TargetsWidth);
        foreach (var argument in KitArgument.All)
            table.AddRow(
                new Text(argument.Typed),
                new Text(string.Join(", ", argument.Targets)),
                new Text(argument.Meaning(Words))
            );
        return table;
    }
}
