using System.Runtime.InteropServices;

namespace Lab.Harness;

/// <summary>Bytes that one thread adds and others look at, stored up to a limit.</summary>
/// <param name="most">The number of bytes to store; what comes after is dropped.</param>
internal sealed class CapturedBytes(int most)
{
    private readonly List<byte> _stored = [];
    private readonly Lock _lock = new();

    /// <summary>Stores what there is room for.</summary>
    /// <returns>False when there was none.</returns>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var room = Math.Max(0, most - _stored.Count);
            _stored.AddRange(bytes[..Math.Min(room, bytes.Length)]);
            return room > 0;
        }
    }

    /// <summary>Whether anything is stored.</summary>
    public bool HasAny
    {
        get
        {
            lock (_lock)
                return _stored.Count > 0;
        }
    }

    /// <summary>Whether these bytes are among those that are stored.</summary>
    public bool Contains(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
            return CollectionsMarshal.AsSpan(_stored).IndexOf(bytes) >= 0;
    }

    /// <summary>A copy of what is stored now.</summary>
    public byte[] ToArray()
    {
        lock (_lock)
            return _stored.ToArray();
    }
}
