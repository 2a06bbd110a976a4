using Cake.Cli;
using Cake.Core;
using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Texts;
using Spectre.Console;

namespace Lab.Build.Tasks;

/// <summary>
/// The output of <c>--description</c>. Its words come from the catalogue, because an attribute can hold only one
/// language.
/// </summary>
/// <param name="engine">The engine. It receives the tasks before it is asked for their list.</param>
/// <param name="context">The engine's context.</param>
/// <param name="console">The console for the list.</param>
/// <param name="tasks">The tasks.</param>
public sealed class TargetList(
    ICakeEngine engine,
    ICakeContext context,
    IAnsiConsole console,
    IEnumerable<IFrostingTask> tasks
) : DescriptionScriptHost(engine, context, console)
{
    // The column is wide enough for the names of the three exercises, and leaves most of a narrow terminal for the
    // meanings.
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
            table.AddRow(new Text(argument.Typed), new Text(Words.Takers(argument)), new Text(argument.Meaning(Words)));
        return table;
    }
}
