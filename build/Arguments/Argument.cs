using Lab.Build.Texts;

namespace Lab.Build.Arguments;

/// <summary>An argument of the command line: a row of the table <see cref="KitArgument"/>.</summary>
/// <param name="Name">Its name, without the dashes.</param>
/// <param name="Example">A value that it may have; null for a switch, which has none.</param>
/// <param name="Targets">The targets that take it.</param>
/// <param name="Meaning">What it means, in a language.</param>
public abstract record Argument(
    string Name,
    string? Example,
    IReadOnlyList<string> Targets,
    Func<Catalogue, string> Meaning
)
{
    /// <summary>Whether it is there or not, and has no value.</summary>
    public bool IsSwitch => Example is null;

    /// <summary>How it is typed.</summary>
    public string Typed =>
        IsSwitch ? $"--{Name}"
        : Example!.Contains(' ') ? $"--{Name}=\"{Example}\""
        : $"--{Name}={Example}";

    /// <summary>Reads the values that were given, to find out whether they can be read.</summary>
    /// <exception cref="RefusedException">A value cannot be read.</exception>
    public abstract void Verify(IReadOnlyList<string> values);
}

/// <summary>An argument of the command line, and what it is read as.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
/// <param name="Name">Its name, without the dashes.</param>
/// <param name="Example">A value that it may have; null for a switch, which has none.</param>
/// <param name="Targets">The targets that take it.</param>
/// <param name="Meaning">What it means, in a language.</param>
/// <param name="Read">Makes it of the values that were given: none, one, or several.</param>
public sealed record Argument<T>(
    string Name,
    string? Example,
    IReadOnlyList<string> Targets,
    Func<Catalogue, string> Meaning,
    Func<IReadOnlyList<string>, T> Read
) : Argument(Name, Example, Targets, Meaning)
{
    /// <inheritdoc />
    public override void Verify(IReadOnlyList<string> values) => Read(values);
}
