using System.Collections.Concurrent;
using System.Text.Json;
using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The verdict of every known program at the time when it was last decided what is right. A change of the kit must not
/// change a verdict by accident. A row that changes on purpose is written again (see README) and named in the commit.
/// The duration of each check is recorded too, to choose and to order tests. It is not compared with anything.
/// </summary>
[SetUpFixture]
internal sealed class Baseline
{
    private static readonly string _folder = Path.Combine(KitFolder.Root, "tests", "Kit", "Baseline");
    private static readonly string _file = Path.Combine(_folder, "verdicts.json");
    private static readonly string _secondsFile = Path.Combine(_folder, "seconds.json");
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<IReadOnlyDictionary<string, Row>> _rows = new(Read);
    private static readonly ConcurrentDictionary<string, Row> _new = new();
    private static readonly Lazy<Dictionary<string, double>> _seconds = new(ReadSeconds);
    private static readonly ConcurrentDictionary<string, double> _newSeconds = new();

    /// <summary>Whether rows are written instead of compared: the test parameter <c>baseline=write</c>.</summary>
    public static bool IsWriting => TestContext.Parameters.Get("baseline") == "write";

    /// <summary>The file of the host's command lines, with their output.</summary>
    public static string CommandsFile => Path.Combine(_folder, "commands.txt");

    /// <summary>The duration of a program's check when the baseline was written. Zero for a new program.</summary>
    /// <param name="program">Its name in the baseline.</param>
    public static double SecondsOf(string program) => _seconds.Value.GetValueOrDefault(program);

    /// <summary>Asserts that a program gets the same verdict as before.</summary>
    /// <param name="program">Its name in the baseline.</param>
    /// <param name="result">The JSON result of its check.</param>
    public static void AssertHolds(string program, JsonElement result)
    {
        var next = result.Text("next") is { Length: > 0 } step ? step : null;
        var verdict = next is null ? null : result.Step(next).Text("verdict");
        var row = new Row(program, result.Text("outcome")!, next, string.IsNullOrEmpty(verdict) ? null : verdict);
        _new[program] = row;
        _newSeconds[program] = result.GetProperty("seconds").GetDouble();
        if (IsWriting)
            return;
        Assert.That(
            _rows.Value,
            Does.ContainKey(program),
            "A new program: write its row with baseline=write, see README."
        );
        Assert.That(row, Is.EqualTo(_rows.Value[program]), result.Summary());
    }

    /// <summary>Asserts that texts are the same as in a file of Baseline/Views.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="texts">The texts with their names.</param>
    public static void AssertLooks(string file, IEnumerable<(string Name, string Text)> texts)
    {
        var path = Path.Combine(_folder, "Views", file);
        var all = string.Concat(texts.Select(one => $"==== {one.Name}\n{one.Text}\n\n")).ReplaceLineEndings("\n");
        if (!IsWriting)
        {
            Assert.That(all, Is.EqualTo(File.ReadAllText(path).ReplaceLineEndings("\n")), file);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, all);
    }

    [OneTimeTearDown]
    public static void Write()
    {
        if (!IsWriting || _new.IsEmpty)
            return;
        var rows = Merged(_rows.Value, _new).Select(row => "  " + JsonSerializer.Serialize(row.Value, _options));
        File.WriteAllText(_file, $"[\n{string.Join(",\n", rows)}\n]\n");
        var seconds = Merged(_seconds.Value, _newSeconds)
            .Select(row =>
                FormattableString.Invariant($"  {JsonSerializer.Serialize(row.Key, _options)}: {row.Value:0.0}")
            );
        File.WriteAllText(_secondsFile, $"{{\n{string.Join(",\n", seconds)}\n}}\n");
    }

    private static IEnumerable<KeyValuePair<string, T>> Merged<T>(
        IReadOnlyDictionary<string, T> old,
        IReadOnlyDictionary<string, T> current
    ) =>
        old.Where(row => !current.ContainsKey(row.Key)).Concat(current).OrderBy(row => row.Key, StringComparer.Ordinal);

    private static Dictionary<string, Row> Read() =>
        File.Exists(_file)
            ? JsonSerializer.Deserialize<Row[]>(File.ReadAllText(_file), _options)!.ToDictionary(row => row.Program)
            : [];

    private static Dictionary<string, double> ReadSeconds() =>
        File.Exists(_secondsFile)
            ? JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(_secondsFile))!
            : [];

    private sealed record Row(string Program, string Outcome, string? Next, string? Verdict);
}
