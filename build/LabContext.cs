using System.Globalization;
using Cake.Core;
using Cake.Frosting;
using Lab.Build.Arguments;
using Lab.Build.Texts;

namespace Lab.Build;

/// <summary>The data that all tasks share: the arguments, and the exit code.</summary>
public sealed class LabContext : FrostingContext
{
    private readonly GivenArguments _given;

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="CakeException">An argument makes no sense.</exception>
    public LabContext(ICakeContext context, ExitCode exitCode)
        : base(context)
    {
        ExitCode = exitCode;
        try
        {
            Catalogue.Current = KitArgument.Lang.Read([.. Arguments.GetArguments(KitArgument.Lang.Name)]);
            // The compiler takes its language from here.
            CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Catalogue.Current.Culture;
            _given = new GivenArguments(Arguments);
        }
        catch (RefusedException refused)
        {
            throw new CakeException(Catalogue.Current.Sentence(refused.Refusal));
        }
        Seed = Get(KitArgument.Seed) ?? Random.Shared.Next(1000, 10_000);
    }

    /// <summary>The exit code of the run, set by the tasks.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>The seed for the words that the probes send: the given one, or a random one.</summary>
    public int Seed { get; }

    /// <summary>The value of an argument.</summary>
    public T Get<T>(Argument<T> argument) => _given.Get(argument);

    /// <summary>Prints in one sentence why there is no result, and sets the exit code for that.</summary>
    public void Refuse(string why)
    {
        Console.Error.WriteLine(why);
        ExitCode.Add(2);
    }
}
