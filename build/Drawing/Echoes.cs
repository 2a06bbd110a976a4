using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>Remembers what each client has sent, so that bytes that go to the wrong client are recognized.</summary>
internal sealed class Echoes
{
    // Fewer bytes may be the same by chance.
    private const int FewestBytes = 4;

    private readonly Dictionary<int, (Actor Client, List<byte> Sent)> _connections = [];

    /// <summary>
    /// The client that had sent the bytes of an entry, if the entry sends them to another client. The entries must come
    /// in order.
    /// </summary>
    public Actor? OwnerOf(Entry entry)
    {
        if (entry is { What: Happening.Connect, Connection: { } opened })
            _connections[opened] = (entry.Who, []);
        if (entry is not { What: Happening.Send, Connection: { } number, Bytes: { } bytes })
            return null;
        if (!_connections.TryGetValue(number, out var own))
            return null;
        if (entry.Who == own.Client)
            own.Sent.AddRange(bytes);
        else if (bytes.Length == bytes.Total && bytes.Length >= FewestBytes && !Contains(own.Sent, bytes))
            return _connections.Values.FirstOrDefault(other => Contains(other.Sent, bytes)).Client;
        return null;
    }

    private static bool Contains(List<byte> sent, Bytes bytes) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sent).IndexOf(bytes.AsSpan()) >= 0;
}
