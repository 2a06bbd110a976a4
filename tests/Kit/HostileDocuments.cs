using System.Text;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Documents of programs whose names, sources, outputs and messages are made to become a part of a report's markup.
/// </summary>
internal static class HostileDocuments
{
    private static readonly string[] _texts =
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;&lt;]]><!--",
        "a\n# heading\n\n- item\n![x](http://e.example/a.png) [a](http://e.example) http://e.example www.e.example",
        "`a` ``b`` ```\n```\n````````````````````\n~~~~~~~~\n</details>\n\n<details open>\n| a | b |\n|---|---|",
        "end\nend;\n%% %%{init: {}}%% #35; #quot; wrap: style: x#1; Note over a0: x\nparticipant z <br/> -->> a0: x",
        "\0\u0001\b\u001b[31m\u007f\u0085\u2028\u202e\ufffe\uffff \ud800 \udc00 \t\r\n\r@user #1 user@e.example",
    ];

    /// <summary>The documents.</summary>
    public static IEnumerable<TestCaseData> All =>
        _texts
            .SelectMany((text, at) => Of(text).Select(one => (Name: $"text {at + 1} {one.What}", one.Document)))
            .Select(one => new TestCaseData(one.Document).SetArgDisplayNames(one.Name));

    private static IEnumerable<(string What, ResultDocument Document)> Of(string text)
    {
        foreach (var awaited in new[] { Awaited.Bytes, Awaited.Message, Awaited.Bound })
            yield return ($"fails {awaited}", Failed(text, awaited));
        yield return (
            "does not compile",
            Unchecked(text) with
            {
                CompilerErrors = [new(text, 1, 1, text, text), new("", 0, 0, text, text)],
            }
        );
        foreach (
            var fault in new Fault[]
            {
                new Fault.CannotStart(text),
                new Fault.InKit(text, text),
                new Fault.CompilerFailed(text),
            }
        )
            yield return (fault.GetType().Name, Unchecked(text) with { Fault = fault });
    }

    private static ResultDocument Unchecked(string text) =>
        new(Exercise.EchoServer, new(text, ProgramLanguage.CSharp) { Files = [new(text, text, text)] }, 1, 4711)
        {
            Steps = StepResult.AllWaitingFor(Exercise.EchoServer, ResultDocument.Compile),
        };

    private static ResultDocument Failed(string text, Awaited awaited)
    {
        var verdict = awaited == Awaited.Message ? Verdict.UnhandledException : Verdict.WrongBytes;
        var bytes = Encoding.UTF8.GetBytes(text);
        var finding = new Finding(verdict, awaited)
        {
            Sent = bytes,
            ExpectedBytes = bytes,
            ReceivedBytes = Encoding.UTF8.GetBytes("x" + text),
            ExpectedPlace = text,
            FoundPlace = text,
            Program = new(false, 134, new(text, text, text), [text, text]),
            Connection = ConnectionState.Open,
            Timeline = [.. Timeline(text, bytes)],
        };
        var step = new StepResult("5d", StepStatus.Failed)
        {
            Situation = Situation.OneLine,
            Finding = finding,
            Diagnosis = Diagnosis.Of(Exercise.EchoServer, "5d", finding, isCommand: false) with
            {
                Complaints = [text, text],
                Arguments = text,
            },
            Passage = new(Mistake.FixedTimeout, text, 1, 1, 3) { Name = text },
        };
        var result = Unchecked(text);
        return result with
        {
            Steps = [.. result.Steps.Select(one => one.Id == step.Id ? step : new(one.Id, StepStatus.Passed))],
            GoingFurther = [new(text, Situation.LongReply, StepStatus.Passed)],
            Conversations = [new(Situation.OneLine) { Timeline = finding.Timeline }],
        };
    }

    private static IEnumerable<Entry> Timeline(string text, byte[] bytes) =>
        Enum.GetValues<Happening>()
            .Select(
                (what, at) =>
                    new Entry(at + 1, TimeSpan.FromSeconds(at), Actor.Server, what)
                    {
                        Bytes = bytes,
                        Note = text,
                        Peer = Actor.Client,
                        Connection = 1,
                    }
            );
}
