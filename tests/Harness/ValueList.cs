using System.Collections;
using System.Runtime.CompilerServices;

namespace Lab.Harness;

/// <summary>A list that never changes and equals any other with equal items in the same order.</summary>
/// <remarks>A record with such a list has value equality. With one of .NET's own lists it would not.</remarks>
/// <typeparam name="T">The type of the items, which has value equality itself.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(T[] items) => _items = items;

    /// <inheritdoc />
    public int Count => _items.Length;

    /// <inheritdoc />
    public T this[int index] => _items[index];

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(ValueList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_items.Length, _items.FirstOrDefault());
}

/// <summary>Makes lists for collection expressions.</summary>
public static class ValueList
{
    /// <summary>A list of these items.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
