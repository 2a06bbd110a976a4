using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lab.Build.Results;

/// <summary>
/// The rules by which the kit's records become JSON and are read back: a member that is null is left out, every other
/// member must be there, and nothing else may be.
/// </summary>
internal static class KitJson
{
    /// <summary>The rules.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Letters need no escapes, because the file is UTF-8 and not part of a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatIsStored } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new ExerciseConverter(),
            new MillisecondsConverter(),
            new BytesConverter(),
            new ValueListConverter(),
        },
    };

    private static void KeepWhatIsStored(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        // Computed properties are not read; they are computed again.
        foreach (var computed in type.Properties.Where(property => property.Set is null).ToList())
            type.Properties.Remove(computed);
        foreach (var property in type.Properties)
            property.IsRequired = !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;
    }
}
