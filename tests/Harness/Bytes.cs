using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lab.Harness;

/// <summary>
/// Bytes that were transferred, or should have been: the first of them, and their total number. A value: it never
/// changes, and equals another one with the same content.
/// </summary>
public sealed class Bytes : IReadOnlyList<byte>, IEquatable<Bytes>
{
    /// <summary>The largest number of bytes that are kept: far more than anybody reads.</summary>
    public const int Most = 1 << 16;

    private readonly byte[] _first;

    /// <summary>Creates the value from the first bytes and the total number.</summary>
    /// <param name="first">The bytes to keep.</param>
    /// <param name="total">The total number of bytes.</param>
    public Bytes(ReadOnlySpan<byte> first, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, first.Length);
        (_first, Total) = (first.ToArray(), total);
    }

    /// <summary>The total number of bytes, kept or not.</summary>
    public int Total { get; }

    /// <summary>The number of bytes that are kept.</summary>
    public int Length => _first.Length;

    int IReadOnlyCollection<byte>.Count => Length;

    /// <inheritdoc />
    public byte this[int index] => _first[index];

    /// <summary>The bytes that are kept.</summary>
    public ReadOnlySpan<byte> AsSpan() => _first;

    /// <summary>Keeps the first <see cref="Most"/> of these bytes.</summary>
    [return: NotNullIfNotNull(nameof(all))]
    public static implicit operator Bytes?(byte[]? all) => all is null ? null : Of(all, Most);

    /// <summary>Keeps the first of these bytes.</summary>
    /// <param name="all">All bytes.</param>
    /// <param name="most">The largest number of bytes to keep.</param>
    public static Bytes Of(ReadOnlySpan<byte> all, int most) => new(all[..Math.Min(most, all.Length)], all.Length);

    /// <inheritdoc />
    public IEnumerator<byte> GetEnumerator() => _first.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(Bytes? other) =>
        other is not null && Total == other.Total && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Bytes);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_first);
        hash.Add(Total);
        return hash.ToHashCode();
    }
}
