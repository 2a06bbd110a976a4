using System.Globalization;
using System.Text.Json;

namespace Lab.Build.Guidance;

/// <summary>The time by which the work must be handed in.</summary>
/// <param name="LastMoment">The last moment that is in time, in the time zone that the teacher wrote it in.</param>
public sealed record Deadline(DateTimeOffset LastMoment)
{
    /// <summary>The file at the top of the kit for students that names the deadline, if the teacher has given one.</summary>
    public const string FileName = "grading.json";

    /// <summary>The file may have comments and trailing commas, because people write it by hand.</summary>
    public static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The member of the file.</summary>
    public const string Member = "deadline";

    // Without an offset a time would be another moment on every student's machine.
    private static readonly string[] _forms =
    [
        .. new[] { "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF" }.SelectMany(time =>
            new[] { $"yyyy-MM-dd'T'{time}zzz", $"yyyy-MM-dd'T'{time}'Z'" }
        ),
    ];

    /// <summary>Reads the deadline that came with the kit for students.</summary>
    /// <param name="kit">The kit's top folder.</param>
    /// <returns>Null if there is none. A file that is broken is of no use to a student, so it counts as none too.</returns>
    public static Deadline? Of(string kit)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(kit, FileName)), Lenient);
            return
                json.RootElement is { ValueKind: JsonValueKind.Object } rule
                && rule.TryGetProperty(Member, out var deadline)
                && deadline.ValueKind == JsonValueKind.String
                && Time(deadline.GetString()) is { } time
                ? new(LastMomentOf(time))
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of the file for students.</summary>
    public string FileText =>
        $"{{ \"{Member}\": \"{LastMoment.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture)}\" }}\n";

    /// <summary>A time as ISO 8601 writes it, with its offset. Null if it is none.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, _forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    /// <summary>The last moment that a time stands for.</summary>
    /// <remarks>
    /// A deadline names a minute, and all of it is in time: who reads "23:59" may hand in at 23:59:40. A deadline with
    /// seconds names a second. Git keeps no fractions of one.
    /// </remarks>
    public static DateTimeOffset LastMomentOf(DateTimeOffset time)
    {
        var unit =
            time.Ticks % TimeSpan.TicksPerMinute == 0 ? TimeSpan.TicksPerMinute
            : time.Ticks % TimeSpan.TicksPerSecond == 0 ? TimeSpan.TicksPerSecond
            : 1;
        return time.AddTicks(unit - 1);
    }
}
