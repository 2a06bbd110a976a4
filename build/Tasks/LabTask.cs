using System.ComponentModel;
using System.Reflection;
using Cake.Frosting;
using Lab.Build.Diagnosing;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>
/// A task that may take a while. Ctrl+C ends it in order. If it cannot be done, it says why in one sentence.
/// </summary>
public abstract class LabTask : AsyncFrostingTask<LabContext>
{
    /// <summary>The task's name, as a target.</summary>
    public string Name => GetType().GetCustomAttribute<TaskNameAttribute>()!.Name;

    /// <summary>The language of this run.</summary>
    protected static Catalogue Texts => Catalogue.Current;

    /// <summary>What the task does, in one sentence for the list of targets.</summary>
    public abstract string Description(Catalogue words);

    /// <inheritdoc />
    public sealed override async Task RunAsync(LabContext context)
    {
        using var interrupt = new Interrupt();
        try
        {
            await Run(context, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            context.Refuse(Texts.Interrupted);
        }
        catch (RefusedException refused)
        {
            // Cake would add its own words if the exception were thrown on.
            context.Refuse(Texts.Sentence(refused.Refusal));
        }
        catch (Exception noRoom) when (noRoom is IOException or UnauthorizedAccessException)
        {
            context.Refuse(Texts.NoRoom(Path.GetTempPath(), noRoom.Message));
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception or FaultException)
        {
            context.Refuse(Texts.CouldNotCheck(Fault.Of(fault)));
        }
    }

    /// <summary>Does the work.</summary>
    /// <param name="context">The arguments, and the exit code to add to.</param>
    /// <param name="interrupted">Cancelled when the user asks to end.</param>
    protected abstract Task Run(LabContext context, CancellationToken interrupted);
}
