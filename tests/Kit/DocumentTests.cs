using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Result documents are read back as they were written, and nothing else is read. <see cref="Checks"/> asserts the
/// first part for every known program.
/// </summary>
public sealed partial class DocumentTests
{
    private static readonly Finding _finding = new(Verdict.WrongBytes, Awaited.Bytes)
    {
        Sent = "hei \u2028\0\u0007 😀\n"u8.ToArray(),
        ExpectedBytes = Array.Empty<byte>(),
        ReceivedBytes = new byte[] { 0xFF, 0xC3, 0x28 },
        OwnBytes = Enumerable.Repeat((byte)'a', Bytes.Most + 1).ToArray(),
        ExpectedPlace = "127.0.0.1:9000",
        ExpectedTime = TimeSpan.FromTicks(1_234_567),
        Waited = TimeSpan.FromDays(1),
        Connection = ConnectionState.Reset,
        Program = new(false, -1, new("System.Exception", "bad \"quote\"", "Program.cs:3"), ["caller", ""]),
        Timeline =
        [
            new(1, TimeSpan.FromTicks(1), new(Role.Client, 2), Happening.Send)
            {
                Bytes = new byte[] { 1 },
                Peer = Actor.Server,
                Connection = 1,
            },
            new(9, TimeSpan.FromSeconds(1), Actor.Check, Happening.GiveUp),
        ],
    };

    private static readonly ResultDocument _document = new(
        Exercise.Client,
        new("Program.cs", ProgramLanguage.CSharp)
        {
            Files = [new("Program.cs", "00ff", "var a = 1;\r\n"), new("Large.cs", "11", null)],
            MoreFiles = 2,
        },
        1.0 / 3,
        4711
    )
    {
        IsPartial = true,
        Steps =
        [
            new("1", StepStatus.Failed)
            {
                Situation = Situation.ServerReplies,
                Finding = _finding,
                Conversation = 1,
                Diagnosis = new(
                    Symptom.MoreCame,
                    new(DifferenceKind.Other, 1, 2),
                    Cause.WholeBuffer,
                    NextAction.MendStep,
                    SeeIt.CallByNetcat,
                    ShowsOutput: true
                ),
                CertainAt = TimeSpan.FromMilliseconds(12.5),
                Passage = new(Mistake.FixedTimeout, "Program.cs", 1, 9, 1) { Name = "Poll" },
                Notes = [StepNote.FailedTwice],
            },
            .. Exercise.Client.StepIds.Skip(1).Select(id => StepResult.WaitingFor("1", id)),
        ],
        GoingFurther = [new("segments", Situation.ReplyInSegments, StepStatus.Passed)],
        Conversations =
        [
            new(Situation.ServerReplies)
            {
                Actors = [new(Role.Client, 2), Actor.Check],
                Connections = [new(1, new(Role.Client, 2), Actor.Server)],
                Timeline = _finding.Timeline,
                Dropped = 7,
            },
        ],
        CompilerErrors = [new("Program.cs", 1, 2, "CS1002", "; expected")],
        Fault = new Fault.CannotStart("python9"),
    };

    // The members that a document has only if there is something to say.
    private static readonly string[] _optional =
    [
        .. "fault cause difference passage passage.name certainAt waitsFor steps[].conversation sent expectedBytes ownBytes expectedPlace foundPlace".Split(),
        .. "expectedTime finding.connection timeline[].connection finding.program exitCode crash place bytes note peer".Split(),
        .. "who.number caller.number callee.number actors[].number sha256 text total".Split(),
    ];

    private static string Written => _document.ToJson().ToJsonString();

    [Test]
    public void What_was_written_is_read_back() =>
        Assert.That(DocumentFormat.Read(Written), Is.EqualTo(_document).Using<ResultDocument>((a, b) => a.Equals(b)));

    [Test]
    public void Documents_that_differ_in_one_byte_are_not_equal()
    {
        var other = _finding with { ReceivedBytes = new byte[] { 0xFF, 0xC3, 0x29 } };

        Assert.That(
            _finding with
            {
                Waited = _finding.Waited,
            },
            Is.EqualTo(_finding).Using<Finding>((a, b) => a.Equals(b))
        );
        Assert.That(other.Equals(_finding), Is.False);
    }

    [Test]
    public void The_result_that_holds_a_document_is_read_as_well() =>
        Assert.That(DocumentFormat.Read($$"""{ "exercise": "Ex1", "document": {{Written}} }""").Equals(_document));

    [Test]
    public void Bytes_that_are_text_can_be_read_by_people() =>
        Assert.That(Written, Does.Contain("\"base64\":\"/8Mo\"").And.Contain("\"expectedBytes\":\"\""));

    [TestCase("", DocumentFlaw.NotJson)]
    [TestCase("<html>", DocumentFlaw.NotJson)]
    [TestCase("null", DocumentFlaw.NoDocument)]
    [TestCase("[]", DocumentFlaw.NoDocument)]
    [TestCase("{}", DocumentFlaw.NoDocument)]
    [TestCase("""{ "document": null }""", DocumentFlaw.NoDocument)]
    [TestCase("""{ "document": { "schema": null } }""", DocumentFlaw.OtherSchema)]
    [TestCase("""{ "schema": "lab/result/v2" }""", DocumentFlaw.OtherSchema)]
    [TestCase("""{ "schema": "lab/result/v1" }""", DocumentFlaw.Malformed)]
    [TestCase("""{ "schema": "lab/result/v1", "schema": "lab/result/v1" }""", DocumentFlaw.NotJson)]
    public void What_is_no_document_is_refused(string json, DocumentFlaw flaw) => AssertRefused(json, flaw);

    /// <summary>Tries every place in the document, once with its member removed and once with null.</summary>
    [Test]
    public void What_may_not_be_missing_or_null_is_refused()
    {
        var whole = _document.ToJson();
        foreach (var path in PathsIn(whole).Where(path => !IsOptional(path)))
        {
            AssertRefused(
                Changed(whole, path, (parent, name) => Set(parent, name, null)),
                DocumentFlaw.Malformed,
                path
            );
            if (!path.EndsWith(']'))
                AssertRefused(
                    Changed(whole, path, (parent, name) => parent.AsObject().Remove(name)),
                    DocumentFlaw.Malformed,
                    path
                );
        }
    }

    [TestCase("$.exercise", "\"Ex4\"")]
    [TestCase("$.seconds", "\"1\"")]
    [TestCase("$.seed", "1.5")]
    [TestCase("$.confinement", "0")]
    [TestCase("$.more", "1")]
    [TestCase("$.steps[0].id", "\"2\"")]
    [TestCase("$.steps[0].status", "\"fine\"")]
    [TestCase("$.steps[0].status", "\"passed\"")]
    [TestCase("$.steps[0].situation", "null")]
    [TestCase("$.steps[0].diagnosis", "null")]
    [TestCase("$.steps[0].finding", "null")]
    [TestCase("$.steps[0].finding.timeline", "[]")]
    [TestCase("$.steps[0].finding.receivedBytes", "null")]
    [TestCase("$.steps[0].finding.isAbsence", "true")]
    [TestCase("$.steps[0].finding.waited", "1e300")]
    [TestCase("$.steps[0].finding.sent", "\"\\ud800\"")]
    [TestCase("$.steps[0].finding.sent", "{}")]
    [TestCase("$.steps[0].finding.receivedBytes.base64", "\"?\"")]
    [TestCase("$.steps[0].finding.ownBytes.total", "1")]
    [TestCase("$.steps[0].finding.timeline[0].at", "-1")]
    [TestCase("$.steps[0].finding.timeline[1].at", "0")]
    [TestCase("$.steps[0].finding.timeline[0].bytes", "null")]
    [TestCase("$.steps[0].finding.timeline[1].peer", "{ \"role\": \"server\" }")]
    [TestCase("$.conversations[0].timeline[0].bytes", "null")]
    [TestCase("$.conversations[0].timeline[0].peer", "{ \"role\": \"check\" }")]
    [TestCase("$.steps[0].conversation", "0")]
    [TestCase("$.steps[0].conversation", "2")]
    [TestCase("$.conversations", "[]")]
    [TestCase("$.steps[1].waitsFor", "\"9\"")]
    [TestCase("$.steps", "[]")]
    public void What_cannot_be_is_refused(string path, string value)
    {
        var json = Changed(_document.ToJson(), path, (parent, name) => Set(parent, name, "HERE"));

        AssertRefused(json.Replace("\"HERE\"", value, StringComparison.Ordinal), DocumentFlaw.Malformed, path);
    }

    [Test]
    public void A_step_that_was_not_checked_for_no_reason_is_refused()
    {
        var idle = _document with { Steps = [_document.Steps[0], .. _document.Steps.Skip(1).Select(Idle)] };
        var errors = idle with { Fault = null };
        var fault = idle with { CompilerErrors = [] };

        Assert.That(DocumentFormat.Read(errors.ToJson().ToJsonString()).Equals(errors));
        Assert.That(DocumentFormat.Read(fault.ToJson().ToJsonString()).Equals(fault));
        AssertRefused((errors with { CompilerErrors = [] }).ToJson().ToJsonString(), DocumentFlaw.Malformed);

        static StepResult Idle(StepResult step) => step with { WaitsFor = null };
    }

    private static void AssertRefused(string json, DocumentFlaw flaw, string what = "") =>
        Assert.That(
            () => DocumentFormat.Read(json),
            Throws.InstanceOf<UnreadableDocumentException>().With.Property("Flaw").EqualTo(flaw),
            what
        );

    private static bool IsOptional(string path) =>
        path is "$.schema"
        || _optional.Any(name => Index().Replace(path, "[]").EndsWith(name, StringComparison.Ordinal));

    private static IEnumerable<string> PathsIn(JsonNode? node) =>
        node switch
        {
            JsonObject inner => inner.SelectMany(one => PathsIn(one.Value).Prepend(one.Value?.GetPath() ?? "")),
            JsonArray items => items.SelectMany(item => PathsIn(item).Prepend(item?.GetPath() ?? "")),
            _ => [],
        };

    private static void Set(JsonNode parent, string name, JsonNode? value)
    {
        if (parent is JsonArray items)
            items[int.Parse(name, CultureInfo.InvariantCulture)] = value;
        else
            parent[name] = value;
    }

    private static string Changed(JsonNode whole, string path, Action<JsonNode, string> change)
    {
        var copy = whole.DeepClone();
        var parts = path[1..]
            .Replace("[", ".", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal)
            .Split('.')[1..];
        var parent = parts[..^1]
            .Aggregate(copy, (node, part) => int.TryParse(part, out var at) ? node[at]! : node[part]!);
        change(parent, parts[^1]);
        return copy.ToJsonString();
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
