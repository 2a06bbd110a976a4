using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Teaching.Grading;

/// <summary>A part of a class, for one of several machines. The id of a student alone decides which part it is in.</summary>
/// <param name="Number">The number of the part, from 1.</param>
/// <param name="Count">The number of parts.</param>
public sealed record Shard(int Number, int Count)
{
    private const int MostParts = 1000;

    /// <summary>The whole class.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads a part, such as <c>2/8</c>.</summary>
    /// <param name="text">The text. Null for the whole class.</param>
    /// <exception cref="RefusedException">The text is no part.</exception>
    public static Shard Read(string? text)
    {
        if (text is null)
            return Whole;
        return
            text.Split('/') is [var number, var count]
            && IsNumber(number, out var part)
            && IsNumber(count, out var of)
            && part <= of
            ? new(part, of)
            : throw new RefusedException(new GradeRefusal.BadShard(text));
    }

    /// <summary>Whether a student is in this part.</summary>
    public bool Has(Student student) => StableHash(student.Id) % (ulong)Count == (ulong)(Number - 1);

    /// <summary>A number that a text has on every machine.</summary>
    internal static ulong StableHash(string text) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");

    private static bool IsNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number is > 0 and <= MostParts;
}
