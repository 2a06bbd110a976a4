using Lab.Build.Arguments;
using Lab.Build.Results;
using Lab.Build.Views;
using Spectre.Console;

namespace Lab.Build.Tasks;

/// <summary>A task that ends with a result.</summary>
public abstract class ResultTask : LabTask
{
    /// <summary>Shows a result, writes it to the files that were asked for, and sets the exit code.</summary>
    protected static void Deliver(ResultDocument result, LabContext context, IAnsiConsole console)
    {
        var view = new ResultView(Texts)
        {
            DrawsAll = context.Get(KitArgument.Ladder),
            DrawsBeside = context.Get(KitArgument.Beside),
        };
        console.Show(view.Of(result));
        foreach (var file in context.Get(KitArgument.Output))
            ResultFile.Write(result, file, Texts);
        context.ExitCode.Add((int)result.Outcome);
    }
}
