using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The records of whole checks hold what tshark has captured meanwhile: the same connections, and in each direction of a
/// connection the same bytes, FINs and RSTs, in the same order.
/// </summary>
[NonParallelizable] // What a probe notices late is missing in a record that ends before.
[Platform("Linux", Reason = "The loopback interface has another name elsewhere.")]
public sealed class CaptureTests
{
    // Each program shows something that others do not: a datagram, a refused probe, a refused client that does not end at
    // once, resets by clients and by servers, a FIN before the end.
    private static readonly string[] _wrong =
    [
        "Ex1 step 1, a UDP socket",
        "Ex1 step 2, no timeout after a half-close",
        "Ex1 step 5, as many bytes as the message has letters",
        "Ex1 step 8, closed after a line was awaited",
        "Ex2 step 5, no longer listening after the first client",
        "Ex2 step 5e, reset instead of closed",
        "Ex2 step 5d, shut down before the echo",
    ];

    private static readonly Happening[] _kinds =
    [
        Happening.Connect,
        Happening.Fail,
        Happening.Send,
        Happening.SendDatagram,
        Happening.HalfClose,
        Happening.Close,
        Happening.Reset,
    ];

    [All]
    [Test]
    public async Task The_records_hold_what_went_over_the_network()
    {
        await using var capture = await Capture.Start();
        var records = new List<(string Program, ConversationRecord Record)>();
        foreach (var (name, exercise, source) in Programs())
            records.AddRange((await Check(exercise, source)).Select(record => (name, record)));
        var packets = await capture.End();

        using var scope = Assert.EnterMultipleScope();
        var compared = 0;
        var noticed = new HashSet<Happening>();
        foreach (var (program, record) in records)
        {
            var comparison = new WireComparison(record, packets);
            Assert.That(comparison.Differences(record.Timeline), Is.Empty, $"{program}, {record.Situation}");
            compared += comparison.Connections;
            noticed.UnionWith(
                record
                    .Timeline.Where(WireComparison.IsOnWire)
                    .Where(entry => comparison.Differences([.. record.Timeline.Where(other => other != entry)]).Any())
                    .Select(entry => entry.What)
            );
        }
        Assert.That(compared, Is.GreaterThan(200), "connections");
        Assert.That(noticed, Is.EquivalentTo(_kinds), "an entry of this kind that is missing is noticed");
    }

    private static IEnumerable<(string Name, Exercise Exercise, string Source)> Programs() =>
        from program in KnownPrograms.All
        where
            program.Next is null && program.Name.StartsWith("solutions", StringComparison.Ordinal)
            || _wrong.Contains(program.Name)
        select (program.Name, program.Exercise, program.Source);

    private static async Task<IReadOnlyList<ConversationRecord>> Check(Exercise exercise, string source)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("Program.cs", source);
        var request = new CheckRequest(exercise, new Source.CSharp(path), Seed: 4711);
        return (await Build.Checking.Check.Run(request, new Progress<CheckProgress>(), default)).Conversations;
    }
}
