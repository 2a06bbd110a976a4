using System.Globalization;
using System.Text;

namespace CliWrap.Builders;

/// <summary>Puts arguments together into one line.</summary>
public class ArgumentsBuilder
{
    private readonly StringBuilder line = new();

    /// <summary>Adds an argument.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="escape">Whether to quote it where needed; if not, it goes into the line as it is.</param>
    /// <returns>This builder.</returns>
    public ArgumentsBuilder Add(string value, bool escape)
    {
        line.Append(line.Length > 0 ? " " : "").Append(escape ? Escape(value) : value);
        return this;
    }

    /// <summary>Adds an argument, quoted where needed.</summary>
    /// <param name="value">The argument.</param>
    /// <returns>This builder.</returns>
    public ArgumentsBuilder Add(string value) => Add(value, true);

    /// <summary>Adds several arguments.</summary>
    /// <param name="values">The arguments.</param>
    /// <param name="escape">Whether to quote them where needed; if not, they go into the line as they are.</param>
    /// <returns>This builder.</returns>
    public ArgumentsBuilder Add(IEnumerable<string> values, bool escape)
    {
        foreach (var value in values)
        {
            Add(value, escape);
        }

        return this;
    }

    /// <summary>Adds several arguments, quoted where needed.</summary>
    /// <param name="values">The arguments.</param>
    /// <returns>This builder.</returns>
    public ArgumentsBuilder Add(IEnumerable<string> values) => Add(values, true);

    /// <summary>Adds a number or the like, in the invariant culture's form.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="escape">Whether to quote it where needed.</param>
    /// <returns>This builder.</returns>
    public ArgumentsBuilder Add(IFormattable value, bool escape) =>
        Add(value.ToString(null, CultureInfo.InvariantCulture), escape);

    /// <summary>Adds a number or the like, in the invariant culture's form.</summary>
    /// <param name="value">The argument.</param>
    /// <returns>This builder.</returns>
    public ArgumentsBuilder Add(IFormattable value) => Add(value, true);

    /// <summary>Gives the line.</summary>
    /// <returns>The arguments, separated by spaces.</returns>
    public string Build() => line.ToString();

    // A backslash is special only before a quote, the closing one included: there it is doubled.
    private static string Escape(string argument)
    {
        if (argument.Length > 0 && !argument.Any(c => char.IsWhiteSpace(c) || c == '"'))
        {
            return argument;
        }

        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var c in argument)
        {
            if (c == '\\')
            {
                backslashes++;
                continue;
            }

            quoted.Append('\\', c == '"' ? (2 * backslashes) + 1 : backslashes).Append(c);
            backslashes = 0;
        }

        return quoted.Append('\\', 2 * backslashes).Append('"').ToString();
    }
}
