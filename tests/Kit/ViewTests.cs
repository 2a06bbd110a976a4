using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lab.Build;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;
using Spectre.Console.Rendering;

namespace Lab.Kit.Tests;

/// <summary>Every view of every recorded document looks the same as before: see <see cref="Recorded"/>.</summary>
public sealed class ViewTests
{
    private const int WatchedRows = 18;

    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Test]
    public void A_result_on_a_wide_terminal() => AssertLooks("result-120.txt", 120, new ResultView(new English()).Of);

    [Test]
    public void A_result_on_a_narrow_terminal() =>
        AssertLooks("result-40.txt", 40, new ResultView(new English()).Of, Few);

    [Test]
    public void A_result_on_the_screen_of_Watch() =>
        AssertLooks(
            "watch-80.txt",
            80,
            result =>
                new ResultView(new English()).Brief(
                    result,
                    "Steps 1, 2 pass now.",
                    above => WatchedRows - Rendered.Lines(above, 80).Length
                )
        );

    [Test]
    public void A_result_as_JSON() =>
        Baseline.AssertLooks("result-json.txt", Few.Select(one => (one.Key, WithoutDocument(one.Value))));

    [Test]
    public void A_result_as_Markdown() =>
        Baseline.AssertLooks(
            "result-md.txt",
            Few.Select(one => (one.Key, new MarkdownView(new English()).Render(one.Value)))
        );

    [Test]
    public void A_result_as_JUnit_XML() =>
        Baseline.AssertLooks(
            "result-xml.txt",
            Few.Select(one => (one.Key, new JUnitView(new English()).Render(one.Value)))
        );

    [Test]
    public void No_line_is_longer_than_the_terminal_is_wide_but_for_a_word()
    {
        foreach (var (name, result) in Recorded.All)
        {
            foreach (var width in new[] { 40, 80, 120 })
            {
                var lines = Rendered.Lines(new ResultView(new English()).Of(result), width);
                Assert.That(
                    lines.Where(line => line.Length > width && line.Trim().Contains(' ')),
                    Is.Empty,
                    $"{name}, {width} columns"
                );
            }
        }
    }

    [Test]
    public void Nothing_is_lost_on_a_narrow_terminal()
    {
        foreach (var (name, result) in Recorded.All.Where(one => one.Value.CompilerErrors.Count == 0))
        {
            // A drawing is cut to fit, so it is left out.
            var view = new ResultView(new English()).Brief(result, news: null, rowsFor: _ => 0);
            Assert.That(Letters(view, 40), Is.EqualTo(Letters(view, 120)), name);
        }
    }

    [Test]
    public void Bytes_that_were_not_kept_are_counted_as_hidden() =>
        Assert.That(Quoted.Window(new Bytes("hei"u8, 4096), 2, 2), Is.EqualTo(("(1…) \"ei\" (…4093)", 7)));

    [Test]
    public void Every_recorded_document_is_read_back_as_it_was_written() =>
        Assert.That(
            Recorded.All.Values.Where(result =>
                !DocumentFormat.Read(new JsonView(new English()).Render(result)).Equals(result)
            ),
            Is.Empty
        );

    [Test]
    public void Every_verdict_and_every_exercise_is_recorded()
    {
        var verdicts = Recorded.All.Values.SelectMany(result => result.Steps).Select(step => step.Finding?.Verdict);
        var outcomes = Recorded.All.Values.Select(result => (result.Exercise, result.Outcome));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Enum.GetValues<Verdict>().Except(verdicts.OfType<Verdict>()),
                Is.EqualTo([Verdict.DoesNotCompile]),
                "the compiler's words are no finding"
            );
            Assert.That(Recorded.All.Values, Has.Some.Matches<ResultDocument>(one => one!.CompilerErrors.Count > 0));
            Assert.That(Recorded.All.Values, Has.Some.Matches<ResultDocument>(one => one!.Fault is not null));
            Assert.That(
                outcomes,
                Is.SupersetOf(Exercise.All.SelectMany(one => new[] { (one, Outcome.Passed), (one, Outcome.NotYet) }))
            );
        }
    }

    [Test]
    [Explicit("It checks some forty programs and writes their documents anew; then write the views anew too.")]
    public Task Record() => Recorded.WriteAll();

    // The mark at the first difference is left out, because there may be no room for it.
    // A line of the program is shown as far as there is room.
    private static string Letters(IRenderable view, int width) =>
        string.Concat(
            Rendered
                .Lines(view, width)
                .Where(line => !line.Contains('│', StringComparison.Ordinal))
                .SelectMany(line => line)
                .Where(one => one is not (' ' or '^'))
        );

    // Other tests cover the document itself.
    private static string WithoutDocument(ResultDocument result)
    {
        var json = JsonNode.Parse(new JsonView(new English()).Render(result))!.AsObject();
        json.Remove("document");
        return json.ToJsonString(_readable);
    }

    private static void AssertLooks(
        string file,
        int width,
        Func<ResultDocument, IRenderable> view,
        IEnumerable<KeyValuePair<string, ResultDocument>>? documents = null
    ) =>
        Baseline.AssertLooks(
            file,
            (documents ?? Recorded.All).Select(one =>
                (one.Key, string.Join('\n', Rendered.Lines(view(one.Value), width)))
            )
        );

    // These documents are enough to see the layout of a view.
    private static IEnumerable<KeyValuePair<string, ResultDocument>> Few => Recorded.All.Where((_, at) => at % 6 == 0);
}
