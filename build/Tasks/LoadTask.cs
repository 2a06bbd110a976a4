using System.Globalization;
using Cake.Frosting;

namespace Lab.Build.Tasks;

/// <summary>Checks every known program many times while the machine is overloaded: no verdict may change.</summary>
[TaskName("Load")]
[TaskDescription("Checks every known program --rounds times on an overloaded machine; takes hours")]
public sealed class LoadTask : LabTask
{
    // With the programs that there are, three thousand checks and more.
    private const int UsualRounds = 12;

    /// <inheritdoc />
    protected override async Task Run(LabContext context, CancellationToken interrupted)
    {
        var rounds = (context.Rounds ?? UsualRounds).ToString(CultureInfo.InvariantCulture);
        string[] options =
        [
            "--filter",
            "FullyQualifiedName~LoadTests",
            "--test-parameter",
            $"rounds={rounds}",
            "--output",
            "Detailed",
        ];
        var passed = await new KitTests(Console.WriteLine).Run([], options, interrupted);
        context.ExitCode.Add(passed ? 0 : 1);
    }
}
