using System.Globalization;
using System.Text;
using Lab.Build.Results;
using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>
/// A connection, under a name that two runs of one conversation share. Clients that call at the same time get their
/// numbers by chance, so a connection is known by its caller.
/// </summary>
/// <param name="Caller">The side that called. Null for what belongs to no connection.</param>
/// <param name="Place">The place among the connections of this caller, from 0.</param>
internal sealed record Channel(Actor? Caller, int Place)
{
    /// <summary>For datagrams, and calls that are refused.</summary>
    public static readonly Channel None = new(null, 0);

    /// <summary>For the end of a process.</summary>
    public static readonly Channel Process = new(null, 1);
}

/// <summary>What one side puts on a connection.</summary>
/// <param name="Channel">The connection.</param>
/// <param name="Sender">The side.</param>
internal sealed record Sequence(Channel Channel, Actor Sender);

/// <summary>
/// One thing that an actor put on the wire: a byte, a run of bytes that were not kept, or an event. The end of a process
/// counts as one.
/// </summary>
/// <param name="Mark">The kind of event.</param>
/// <param name="Value">The byte, or a code. Events that differ in their code are different.</param>
/// <param name="Number">The number of its entry.</param>
internal readonly record struct Signal(Mark Mark, int Value, int Number)
{
    /// <summary>The value of bytes that were not kept.</summary>
    public const int Unknown = -1;

    /// <summary>The value that stands for all digits of the seed.</summary>
    public const int Seed = -2;

    /// <summary>The number of bytes in a run.</summary>
    public int Length { get; init; } = 1;

    /// <summary>Whether this is the end of a program because of an exception.</summary>
    public bool IsCrash => Mark == Mark.Exit && Value > 0;

    /// <summary>Whether two signals are the same, as far as they are known.</summary>
    public bool Equals(Signal other) =>
        Mark == other.Mark && (Value == other.Value || Value == Unknown || other.Value == Unknown);

    /// <inheritdoc />
    public override int GetHashCode() => Mark.GetHashCode();
}

/// <summary>
/// What was on the wire in a conversation: for each connection and each sender the sequence of signals. Bytes are one
/// stream, because the pieces in which they come depend on chance. So does the order of different connections and
/// senders, and it is left out.
/// </summary>
internal sealed class Wire
{
    private readonly ValueList<ConnectionEnds> _connections;
    private readonly Dictionary<Sequence, List<Signal>> _sent = [];
    private readonly HashSet<Actor> _ended = [];
    private readonly bool _hasCrashed;

    /// <summary>Reads a conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="seed">The seed of its check.</param>
    /// <param name="hasCrashed">Whether an exception ended the program.</param>
    public Wire(ConversationRecord conversation, int seed, bool hasCrashed = false)
    {
        (_connections, _hasCrashed) = (conversation.Connections, hasCrashed);
        var layout = new LadderLayout();
        var rows = conversation.Timeline.SelectMany(layout.Add).ToList();
        IsWhole = !rows.OfType<ElisionRow>().Any();
        foreach (var row in rows.TakeWhile(row => row is not ElisionRow).OfType<EventRow>())
            Add(row);
        var digits = seed.ToString(CultureInfo.InvariantCulture);
        foreach (var (sequence, signals) in _sent.ToList())
            _sent[sequence] = [.. WithoutSeed(signals, Encoding.ASCII.GetBytes(digits))];
    }

    /// <summary>Whether nothing was left out. What comes after a gap is not read.</summary>
    public bool IsWhole { get; }

    /// <summary>The senders, each on each of its connections.</summary>
    public IEnumerable<Sequence> Sequences => _sent.Keys;

    /// <summary>What a sender put on a connection.</summary>
    public IReadOnlyList<Signal> this[Sequence sequence] => _sent.GetValueOrDefault(sequence) ?? [];

    /// <summary>Whether there is anything on this connection.</summary>
    public bool Has(Channel channel) => _sent.Keys.Any(key => key.Channel == channel);

    /// <summary>The connection with this number.</summary>
    public Channel ChannelOf(int? connection) =>
        _connections.FirstOrDefault(one => one.Number == connection)?.Caller is { } caller
            ? new(caller, _connections.Count(one => one.Caller == caller && one.Number < connection))
            : Channel.None;

    private void Add(EventRow row)
    {
        var sent = SignalsOf(row).ToList();
        if (row.Mark is Mark.End or Mark.Exit)
            _ended.Add(row.Who);
        if (sent.Count == 0)
            return;
        var channel = sent[0].Mark == Mark.Exit ? Channel.Process : ChannelOf(row.Connection);
        var sequence = new Sequence(channel, row.Who);
        if (!_sent.TryGetValue(sequence, out var signals))
            _sent[sequence] = signals = [];
        signals.AddRange(sent);
    }

    private IEnumerable<Signal> SignalsOf(EventRow row) =>
        row.Mark switch
        {
            Mark.Bytes => BytesOf(row.Bytes ?? Array.Empty<byte>(), row.Number),
            // The kernel closes the sockets of a program that has ended.
            Mark.Fin or Mark.HalfClose => [new(Mark.Fin, _ended.Contains(row.Who) ? 1 : 0, row.Number)],
            Mark.End or Mark.Exit when _ended.Contains(row.Who) => [],
            Mark.End or Mark.Exit => [new(Mark.Exit, _hasCrashed ? 1 : 0, row.Number)],
            Mark.Connect or Mark.Refused or Mark.Datagram or Mark.Reset => [new(row.Mark, 0, row.Number)],
            _ => [],
        };

    private static IEnumerable<Signal> BytesOf(Bytes bytes, int number) =>
        [
            .. bytes.Select(value => new Signal(Mark.Bytes, value, number)),
            .. bytes.Total > bytes.Length
                ? [new Signal(Mark.Bytes, Signal.Unknown, number) { Length = bytes.Total - bytes.Length }]
                : Array.Empty<Signal>(),
        ];

    // The digits of the seed stand alone. In a longer number they are there by chance.
    private static IEnumerable<Signal> WithoutSeed(List<Signal> signals, byte[] digits)
    {
        for (var at = 0; at < signals.Count; at++)
        {
            if (!IsSeed(signals, digits, at))
            {
                yield return signals[at];
                continue;
            }
            yield return signals[at] with
            {
                Value = Signal.Seed,
            };
            at += digits.Length - 1;
        }
    }

    private static bool IsSeed(List<Signal> signals, byte[] digits, int at)
    {
        bool IsDigit(int place) =>
            place >= 0 && place < signals.Count && signals[place] is { Mark: Mark.Bytes, Value: >= '0' and <= '9' };
        return !IsDigit(at - 1)
            && !IsDigit(at + digits.Length)
            && at + digits.Length <= signals.Count
            && digits
                .Index()
                .All(digit => signals[at + digit.Index] is { Mark: Mark.Bytes } one && one.Value == digit.Item);
    }
}
