using System.Runtime.InteropServices;

namespace Lab.Harness;

/// <summary>Bytes that one thread adds and other threads read, stored up to a limit.</summary>
/// <param name="most">The largest number of bytes to store. Further bytes are dropped.</param>
internal sealed class CapturedBytes(int most)
{
    private readonly List<byte> _stored = [];
    private readonly Lock _lock = new();

    /// <summary>Stores as many of these bytes as fit.</summary>
    /// <returns>False when there was no room.</returns>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var room = Math.Max(0, most - _stored.Count);
            _stored.AddRange(bytes[..Math.Min(room, bytes.Length)]);
            return room > 0;
        }
    }

    /// <summary>Whether the stored bytes contain all of these rows of bytes, one after the other.</summary>
    public bool ContainsInOrder(IEnumerable<byte[]> rows)
    {
        lock (_lock)
        {
            var rest = CollectionsMarshal.AsSpan(_stored);
            foreach (var row in rows)
            {
                var at = rest.IndexOf(row);
                if (at < 0)
                    return false;
                rest = rest[(at + row.Length)..];
            }
            return true;
        }
    }

    /// <summary>The number of stored bytes.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _stored.Count;
        }
    }

    /// <summary>A copy of the bytes that are stored now.</summary>
    public byte[] ToArray()
    {
        lock (_lock)
            return _stored.ToArray();
    }
}
