using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lab.Harness;

namespace Lab.Build.Results;

/// <summary>Writes an exercise as its id.</summary>
internal sealed class ExerciseConverter : JsonConverter<Exercise>
{
    public override Exercise Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is var id
            ? Exercise.All.FirstOrDefault(exercise => exercise.Id == id)
                ?? throw new JsonException($"There is no exercise {id}.")
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Exercise value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}

/// <summary>Writes a time in milliseconds, with the fraction that makes it exact.</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
        && reader.TryGetDecimal(out var milliseconds)
        && Math.Abs(milliseconds) <= long.MaxValue / TimeSpan.TicksPerMillisecond
            ? new((long)(milliseconds * TimeSpan.TicksPerMillisecond))
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((decimal)value.Ticks / TimeSpan.TicksPerMillisecond);
}

/// <summary>
/// Writes bytes as a string if all of them are kept and are valid UTF-8. Otherwise it writes an object that names the
/// encoding.
/// </summary>
internal sealed class BytesConverter : JsonConverter<Bytes>
{
    private static readonly UTF8Encoding _strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private sealed record Parts(string? Text, byte[]? Base64, int? Total);

    public override Bytes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var parts =
            reader.TokenType == JsonTokenType.String
                ? new(reader.GetString(), null, null)
                : JsonSerializer.Deserialize<Parts>(ref reader, options)!;
        var first = parts switch
        {
            { Text: { } text, Base64: null } => _strict.GetBytes(text),
            { Text: null, Base64: { } bytes } => bytes,
            _ => throw new JsonException("Bytes are either text or base64."),
        };
        var total = parts.Total ?? first.Length;
        return total >= first.Length ? new(first, total) : throw new JsonException("Fewer bytes than there are.");
    }

    public override void Write(Utf8JsonWriter writer, Bytes value, JsonSerializerOptions options)
    {
        var text = System.Text.Unicode.Utf8.IsValid(value.AsSpan()) ? _strict.GetString(value.AsSpan()) : null;
        var total = value.Total > value.Length ? value.Total : (int?)null;
        if (text is not null && total is null)
            writer.WriteStringValue(text);
        else
            JsonSerializer.Serialize(writer, new Parts(text, text is null ? [.. value] : null, total), options);
    }
}

/// <summary>Writes a list as an array, without nulls in it.</summary>
internal sealed class ValueListConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = JsonSerializer.Deserialize<T[]>(ref reader, options)!;
            return items.Any(item => item is null) ? throw new JsonException("An item is null.") : [.. items];
        }

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.AsEnumerable(), options);
    }
}
