using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lab.Harness;

/// <summary>
/// Bytes that moved, or should have: the first of them, and how many there were. They never change, and equal any others
/// that are the same.
/// </summary>
public sealed class Bytes : IReadOnlyList<byte>, IEquatable<Bytes>
{
    /// <summary>How many are kept: far more than anybody reads.</summary>
    public const int Most = 1 << 16;

    private readonly byte[] _first;

    /// <summary>Keeps the first of some bytes.</summary>
    /// <param name="first">Those to keep.</param>
    /// <param name="total">How many there were.</param>
    public Bytes(ReadOnlySpan<byte> first, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, first.Length);
        (_first, Total) = (first.ToArray(), total);
    }

    /// <summary>How many there were, kept or not.</summary>
    public int Total { get; }

    /// <summary>How many are kept.</summary>
    public int Length => _first.Length;

    int IReadOnlyCollection<byte>.Count => Length;

    /// <inheritdoc />
    public byte this[int index] => _first[index];

    /// <summary>Those that are kept.</summary>
    public ReadOnlySpan<byte> AsSpan() => _first;

    /// <summary>Keeps the first <see cref="Most"/> of some bytes.</summary>
    [return: NotNullIfNotNull(nameof(all))]
    public static implicit operator Bytes?(byte[]? all) => all is null ? null : Of(all, Most);

    /// <summary>Keeps the first of some bytes.</summary>
    /// <param name="all">All of them.</param>
    /// <param name="most">How many to keep at most.</param>
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
