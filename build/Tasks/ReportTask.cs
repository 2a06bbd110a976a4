using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;

namespace Lab.Build.Tasks;

/// <summary>Shows a result again, and writes it in other formats, without running anything.</summary>
[TaskName(Target.Report)]
public sealed class ReportTask : ResultTask
{
    /// <inheritdoc />
    public override string Description(Catalogue words) => words.ReportTarget;

    /// <inheritdoc />
    protected override Task Run(LabContext context, CancellationToken interrupted)
    {
        var file = context.Get(KitArgument.Input) ?? throw new RefusedException(new Refusal.NoInput());
        Deliver(Read(file), context, Terminal.Open());
        return Task.CompletedTask;
    }

    private static ResultDocument Read(string file)
    {
        try
        {
            return DocumentFormat.Read(File.ReadAllText(file));
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw new RefusedException(
                new Refusal.UnreadableInput(file, unreadable.Flaw, Quoted.Escape(unreadable.Detail))
            );
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException(new Refusal.NoSuchInput(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal.CannotRead(file, failure.Message));
        }
    }
}
