namespace Lab.Harness;

/// <summary>A value that is costly to read, read again only when it has grown old.</summary>
/// <param name="read">Reads it.</param>
/// <param name="milliseconds">For how long it is good.</param>
internal sealed class Recent<T>(Func<T> read, long milliseconds)
    where T : class
{
    private readonly Lock _lock = new();
    private T? _value;
    private long _readAt;

    /// <summary>The value, no older than that when it was asked for.</summary>
    public T Value
    {
        get
        {
            // Before waiting: of many who ask during a slow read, one reads again, and not each after the other.
            var asked = Environment.TickCount64;
            lock (_lock)
            {
                if (_value is null || asked - _readAt > milliseconds)
                {
                    // Before reading: what happens meanwhile must not count as seen.
                    _readAt = Environment.TickCount64;
                    _value = read();
                }
                return _value;
            }
        }
    }
}
