using Lab.Build.Drawing;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>The words of a row of a ladder, for every pen.</summary>
/// <param name="texts">The language.</param>
internal sealed class RowWords(Catalogue texts)
{
    // Fewer characters of a message tell nothing.
    private const int LeastQuoted = 4;
    private const int RoomForAmount = 24;

    /// <summary>The words of an event. Bytes are quoted, and cut with the number of hidden bytes to fit.</summary>
    /// <param name="row">The event.</param>
    /// <param name="room">The number of columns.</param>
    /// <param name="cut">The sign at the end of words that are cut.</param>
    public string Of(EventRow row, int room, char cut = '…') =>
        CellRow.Cut(Whole(row, room).Replace('…', cut), room, cut);

    private string Whole(EventRow row, int room)
    {
        if (row.Bytes is not { } bytes)
            return texts.Drawn(row.Mark, Quoted.Escape(row.Note ?? ""));
        // Where there is little room, the number of hidden bytes has to be enough.
        var amount = room < RoomForAmount ? "" : "  " + texts.Amount(bytes.Total, row.Pieces);
        var others = Layout.WidthOf(texts.Drawn(row.Mark, $"\"\"{amount}"));
        var quoted = Quoted.Text(bytes, Math.Max(LeastQuoted, room - others));
        // The number of hidden bytes takes room too.
        var over = Layout.WidthOf(quoted) + others - 2 - room;
        if (over > 0)
            quoted = Quoted.Text(bytes, Math.Max(LeastQuoted, room - others - over));
        return texts.Drawn(row.Mark, $"{quoted}{amount}");
    }
}
