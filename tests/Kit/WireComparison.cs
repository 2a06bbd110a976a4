using System.Net;
using System.Net.Sockets;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Kit.Tests;

/// <summary>Compares the record of a conversation with the packets that went over the network meanwhile.</summary>
internal sealed class WireComparison
{
    private readonly ConversationRecord _record;
    private readonly IPEndPoint _place;
    private readonly Packet[] _datagrams;
    private readonly Packet[][] _streams;
    private readonly double _end;

    // Two clocks do not run alike.
    private const double Slack = 0.01;

    /// <summary>Finds the packets of a conversation.</summary>
    /// <param name="record">The record of the conversation.</param>
    /// <param name="packets">All packets.</param>
    public WireComparison(ConversationRecord record, IReadOnlyList<Packet> packets)
    {
        (_record, _place) = (record, PlaceOf(record.Timeline));
        // Nobody notices a datagram where nobody listens.
        var listens = record.Timeline.Any(entry => entry.What == Happening.Listen);
        _datagrams =
        [
            .. packets.Where(one => listens && one.Stream is null && one.To.Equals(_place) && one.Bytes.Length > 0),
        ];
        _streams =
        [
            .. packets
                .Where(one => one.Stream is not null && (one.To.Equals(_place) || one.From.Equals(_place)))
                .GroupBy(one => one.Stream)
                .Select(stream => stream.ToArray()),
        ];
        // A listener calls itself once, after all others, to know that nobody else has called.
        if (_streams.Length > Calls(record.Timeline).Count() && _streams[^1].All(one => one.Bytes.Length == 0))
            _streams = _streams[..^1];
        _end = EndOf(record);
    }

    /// <summary>The number of connections that can be compared.</summary>
    public int Connections => _record.Connections.Count(IsWhole);

    /// <summary>Whether an entry says that something went over the network.</summary>
    public static bool IsOnWire(Entry entry) =>
        EndOf(entry) is not null
        || entry.What is Happening.Connect or Happening.Send or Happening.SendDatagram
        || IsRefusal(entry);

    /// <summary>The differences, in words. Empty if there is none.</summary>
    /// <param name="timeline">The timeline of the record.</param>
    public IEnumerable<string> Differences(IReadOnlyList<Entry> timeline)
    {
        byte[] sent = [.. _datagrams.SelectMany(one => one.Bytes)];
        var datagrams = timeline.Where(entry => entry.What == Happening.SendDatagram);
        if (!HasBytes(datagrams, sent, least: sent.Length))
            yield return "the datagrams";
        Call[] calls = [.. Calls(timeline)];
        if (calls.Length != _streams.Length && _streams.Skip(calls.Length).All(stream => stream[0].At < _end))
            yield return $"{calls.Length} calls, and {_streams.Length} on the network";
        foreach (var ((entries, call), stream) in calls.Zip(_streams))
        {
            if (call is null == IsAnswered(stream))
                yield return $"{call}: refused, or not";
            else if (call is not null && IsWhole(call))
            {
                foreach (var difference in Differences(entries, call, stream))
                    yield return $"{call}: {difference}";
            }
        }
    }

    private IEnumerable<string> Differences(Entry[] entries, ConnectionEnds call, Packet[] stream)
    {
        if (stream[0].At < _end && entries.Count(entry => entry.What == Happening.Connect) != 1)
            yield return "it was opened once";
        foreach (var who in new[] { call.Caller, call.Callee })
        {
            var (own, others) = Sides(call, who, stream);
            Entry[] recorded = [.. entries.Where(entry => entry.Who == who)];
            // What is on its way to a side that resets gets lost.
            var isCut = others.Any(one => one.IsReset && one.At < _end);
            var least = isCut ? 0 : BytesOf(own.Where(one => one.At < _end)).Length;
            if (!HasBytes(recorded, BytesOf(own), least, most: isCut ? int.MaxValue : null))
                yield return $"the bytes of {who}";
            string[] ends = [.. recorded.Select(EndOf).OfType<string>()];
            string[] sent =
            [
                .. EndsOf(own).Where((one, at) => at < ends.Length || !IsUnknown(one, own, others)).Select(EndOf)!,
            ];
            if (!ends.SequenceEqual(sent))
                yield return $"the end of {who}: {string.Join(' ', ends)}; on the network {string.Join(' ', sent)}";
        }
    }

    private (Packet[] Own, Packet[] Others) Sides(ConnectionEnds call, Actor who, Packet[] stream)
    {
        var sides = stream.ToLookup(one => one.From.Equals(_place) == (who == call.Callee));
        return ([.. sides[true]], [.. sides[false]]);
    }

    // A record ends with the conversation. What the operating system sends when it ends the programs after that is in no
    // record. Nor are the resets with which it answers bytes that reach a side after its FIN, or a FIN that crosses a
    // reset.
    private bool IsUnknown(Packet packet, Packet[] own, Packet[] others)
    {
        var since = own.FirstOrDefault(one => one.IsFin)?.At;
        return packet.At > _end
            || packet.IsReset && others.Any(one => one.At > since && one.At <= packet.At && one.Bytes.Length > 0)
            || packet.IsFin && others.Any(one => one.IsReset);
    }

    // The calls that a probe has made have numbers, even if they were refused.
    private IEnumerable<Call> Calls(IReadOnlyList<Entry> timeline) =>
        timeline
            .Where(IsRefusal)
            .Select(entry => (Number: entry.Connection ?? int.MaxValue, Call: new Call([entry], null)))
            .Concat(
                _record.Connections.Select(ends =>
                    (ends.Number, Call: new Call([.. timeline.Where(entry => entry.Connection == ends.Number)], ends))
                )
            )
            .OrderBy(call => call.Number)
            .Select(call => call.Call);

    // Of a long conversation, the record holds the beginning and the end.
    private bool IsWhole(ConnectionEnds call)
    {
        var gap = _record
            .Timeline.Zip(_record.Timeline.Skip(1))
            .FirstOrDefault(two => two.First.Number + 1 < two.Second.Number)
            .First;
        Entry[] entries = [.. _record.Timeline.Where(entry => entry.Connection == call.Number)];
        return gap is null
            || entries is [{ What: Happening.Connect } first, ..]
                && (
                    first.Number > gap.Number
                    || entries.Count(one => one.Number <= gap.Number && EndOf(one) is not null) == 2
                );
    }

    // A server is told where to listen, and a client whom to call.
    private static IPEndPoint PlaceOf(IReadOnlyList<Entry> timeline)
    {
        var listens = timeline.FirstOrDefault(entry => entry.What == Happening.Listen)?.Note;
        var started = timeline.First(entry => entry.What == Happening.Start).Note!.Split(' ');
        return IPEndPoint.TryParse(listens ?? $"{started[0]}:{started[1]}", out var place)
            ? place
            : new(IPAddress.None, 0);
    }

    // The time from which on packets may be missing in the record. What a program does is recorded some time after its
    // packet, so the difference of the times tells how the two clocks stand, less the longest such time.
    private double EndOf(ConversationRecord record)
    {
        var program = record.Timeline.First(entry => entry.What == Happening.Start).Who;
        var delays =
            from pair in Calls(record.Timeline).Zip(_streams)
            let call = pair.First
            let opened = call.Entries.Where(entry =>
                entry.What == (call.Ends is null ? Happening.Fail : Happening.Connect)
            )
            let ends = call.Entries.Where(entry => entry.Who == program && EndOf(entry) is not null)
            let packets = call.Ends is null ? [] : EndsOf(Sides(call.Ends, program, pair.Second).Own)
            from seen in opened.Zip(pair.Second).Concat(ends.Zip(packets))
            select seen.Second.At - seen.First.At.TotalSeconds;
        return record.Timeline[^1].At.TotalSeconds + delays.DefaultIfEmpty().Min() - Slack;
    }

    // A datagram can be refused as well, by ICMP.
    private static bool IsRefusal(Entry entry) =>
        entry.What == Happening.Fail
        && entry.Note!.Split(": ") is [var call, nameof(SocketError.ConnectionRefused)]
        && call.Contains("Connect", StringComparison.Ordinal);

    private bool IsAnswered(Packet[] stream) => stream.Any(one => one.IsSyn && one.From.Equals(_place));

    private static string? EndOf(Entry entry) =>
        entry.What switch
        {
            Happening.HalfClose or Happening.Close => "FIN",
            Happening.Reset => "RST",
            _ => null,
        };

    private static IEnumerable<Packet> EndsOf(Packet[] own) =>
        own.Where(one => EndOf(one) is not null).DistinctBy(EndOf);

    private static string? EndOf(Packet packet) =>
        packet.IsReset ? "RST"
        : packet.IsFin ? "FIN"
        : null;

    // A packet may be sent again, so bytes are put where they belong. The first byte has the number 1.
    private static byte[] BytesOf(IEnumerable<Packet> own)
    {
        var pieces = own.Where(one => one.Bytes.Length > 0).ToList();
        var bytes = new byte[pieces.Select(one => one.Sequence - 1 + one.Bytes.Length).DefaultIfEmpty().Max()];
        foreach (var one in pieces)
            one.Bytes.CopyTo(bytes, one.Sequence - 1);
        return bytes;
    }

    // An entry keeps the first bytes of what was sent at once.
    private static bool HasBytes(IEnumerable<Entry> entries, byte[] sent, int least, int? most = null)
    {
        var at = 0;
        foreach (var bytes in entries.Select(entry => entry.Bytes).OfType<Bytes>())
        {
            var there = sent.AsSpan(Math.Min(at, sent.Length));
            var common = Math.Min(there.Length, bytes.Length);
            if (!bytes.AsSpan()[..common].SequenceEqual(there[..common]))
                return false;
            at += bytes.Total;
        }
        return at >= least && at <= (most ?? sent.Length);
    }

    // A call that was refused has no ends.
    private sealed record Call(Entry[] Entries, ConnectionEnds? Ends);
}
