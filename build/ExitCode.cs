namespace Lab.Build;

/// <summary>The exit code of the whole run: 0 if everything passes, 1 if not yet, 2 if it could not be done.</summary>
public sealed class ExitCode
{
    /// <summary>The code. If there are several targets, the worst code counts.</summary>
    public int Value { get; private set; }

    /// <summary>Adds the code of one target.</summary>
    public void Add(int code) => Value = Math.Max(Value, code);
}
