namespace Lab.Harness;

/// <summary>A value that is costly to read. It is read again only when it is too old.</summary>
/// <param name="read">Reads it.</param>
/// <param name="milliseconds">How long the value may be used.</param>
internal sealed class Recent<T>(Func<T> read, long milliseconds)
    where T : class
{
    private readonly Lock _lock = new();
    private T? _value;
    private long _readAt;

    /// <summary>The value. When it was asked for, it was not older than that time.</summary>
    public T Value
    {
        get
        {
            // The time is taken before waiting for the lock: if many threads ask during a slow read, only one of them
            // reads again.
            var asked = Environment.TickCount64;
            lock (_lock)
            {
                if (_value is null || asked - _readAt > milliseconds)
                {
                    // The time is taken before the read, because events during the read may be missing from its result.
                    _readAt = Environment.TickCount64;
                    _value = read();
                }
                return _value;
            }
        }
    }
}
