using Lab.Build.Texts;

namespace Lab.Build.Arguments;

/// <summary>An argument of the command line: a row of the table <see cref="KitArgument"/>.</summary>
/// <param name="Name">Its name, without the dashes.</param>
/// <param name="Example">An example of its value. Null for a switch, which has no value.</param>
/// <param name="Targets">The targets that take it.</param>
/// <param name="Meaning">Gives its meaning in a language.</param>
public abstract record Argument(
    string Name,
    string? Example,
    IReadOnlyList<string> Targets,
    Func<Catalogue, string> Meaning
)
{
    /// <summary>Whether the argument is a switch, which has no value.</summary>
    public bool IsSwitch => Example is null;

    /// <summary>Whether it may be given without its value.</summary>
    public bool MayLackValue { get; init; }

    /// <summary>Whether students do not get the argument.</summary>
    public bool IsForTeachers { get; init; }

    /// <summary>The argument as it is typed.</summary>
    public string Typed =>
        IsSwitch ? $"--{Name}"
        : Example!.Contains(' ') ? $"--{Name}=\"{Example}\""
        : $"--{Name}={Example}";

    /// <summary>Checks that the given values can be read.</summary>
    /// <exception cref="RefusedException">A value cannot be read.</exception>
    public abstract void Verify(IReadOnlyList<string> values);
}

/// <summary>An argument of the command line, with the type of its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Name">Its name, without the dashes.</param>
/// <param name="Example">An example of its value. Null for a switch, which has no value.</param>
/// <param name="Targets">The targets that take it.</param>
/// <param name="Meaning">Gives its meaning in a language.</param>
/// <param name="Read">Converts the given values, of which there may be none, one, or several.</param>
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
