namespace Lab.Build;

/// <summary>The exit code of the whole run: 0 all passes, 1 not yet, 2 it could not be done.</summary>
public sealed class ExitCode
{
    /// <summary>The code: of several targets, the worst one counts.</summary>
    public int Value { get; private set; }

    /// <summary>Notes how one target ended.</summary>
    public void Add(int code) => Value = Math.Max(Value, code);
}
