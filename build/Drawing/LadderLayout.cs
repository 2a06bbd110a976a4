using System.Net.Sockets;
using Lab.Harness;

namespace Lab.Build.Drawing;

/// <summary>
/// Turns the entries of a timeline into rows, one by one and in order, so that a drawing can grow while things happen.
/// </summary>
public sealed class LadderLayout
{
    /// <summary>The shortest time without events that gets a row of its own.</summary>
    public static readonly TimeSpan ShortestSilence = TimeSpan.FromSeconds(1);

    private readonly Echoes _echoes = new();
    private readonly Attendance _attendance = new();
    private Presence _presence = Presence.Nobody;
    private int _number;
    private TimeSpan _at;

    /// <summary>The rows for the next entry: its own, and what lies between it and the entry before.</summary>
    public IEnumerable<Row> Add(Entry entry)
    {
        var (missing, since) = (entry.Number - _number - 1, entry.At - _at);
        (_number, _at) = (entry.Number, entry.At);
        if (missing > 0)
            yield return new ElisionRow(missing) { Presence = _presence };
        // Before the first event, no program was there to do anything.
        if (since >= ShortestSilence && _presence != Presence.Nobody)
            yield return new SilenceRow(since) { Presence = _presence };
        // The second FIN of a connection closes it, whether its side still receives or not.
        var isLast = entry.What == Happening.HalfClose && _attendance.IsOver(entry.Connection);
        _presence = _attendance.After(entry);
        yield return new EventRow(entry.Number, entry.At, since, isLast ? Mark.Fin : MarkOf(entry), entry.Who)
        {
            Presence = _presence,
            To = IsArrow(entry.What) ? entry.Peer : null,
            Connection = entry.Connection,
            Bytes = entry.Bytes,
            Note = entry.Note,
            Owner = _echoes.OwnerOf(entry),
        };
    }

    private static bool IsArrow(Happening what) => what is not Happening.Accept;

    private static Mark MarkOf(Entry entry) =>
        entry.What switch
        {
            Happening.Start => Mark.Start,
            Happening.Listen => Mark.Listen,
            Happening.Try => Mark.Try,
            Happening.Connect => Mark.Connect,
            Happening.Fail when FailedWith(entry, SocketError.ConnectionRefused) => Mark.Refused,
            Happening.Fail when FailedWith(entry, SocketError.TimedOut) => Mark.Timeout,
            Happening.Fail => Mark.Failure,
            Happening.Accept => Mark.Accept,
            Happening.Send => Mark.Bytes,
            Happening.SendDatagram => Mark.Datagram,
            Happening.HalfClose => Mark.HalfClose,
            Happening.Close => Mark.Fin,
            Happening.Reset => Mark.Reset,
            Happening.Print => Mark.Print,
            Happening.PrintError => Mark.PrintError,
            Happening.ReachEnd => Mark.End,
            Happening.PressEnter => Mark.Key,
            Happening.Exit => Mark.Exit,
            Happening.GiveUp => Mark.GaveUp,
            _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.What, null),
        };

    private static bool FailedWith(Entry entry, SocketError error) =>
        entry.Note?.EndsWith($": {error}", StringComparison.Ordinal) == true;
}
