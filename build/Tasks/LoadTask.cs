using System.Globalization;
using Cake.Frosting;
using Lab.Build.Texts;

namespace Lab.Build.Tasks;

/// <summary>Checks every known program many times while the machine is overloaded: no verdict may change.</summary>
[TaskName("Load")]
[TaskDescription("Checks every known program --rounds times on an overloaded machine; takes hours")]
public sealed class LoadTask : AsyncFrostingTask<LabContext>
{
    /// <inheritdoc />
    public override async Task RunAsync(LabContext context)
    {
        using var interrupt = new Interrupt();
        var rounds = context.Rounds.ToString(CultureInfo.InvariantCulture);
        string[] options =
        [
            "--filter",
            "FullyQualifiedName~LoadTests",
            "--test-parameter",
            $"rounds={rounds}",
            "--output",
            "Detailed",
        ];
        try
        {
            var passed = await new KitTests(Console.WriteLine).Run([], options, interrupt.Token);
            context.ExitCode.Add(passed ? 0 : 1);
        }
        catch (OperationCanceledException)
        {
            context.Refuse(Catalogue.Current.Interrupted);
        }
    }
}
