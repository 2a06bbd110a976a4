using System.Globalization;
using Lab.Build.Drawing;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>The words of a row of a ladder, for every pen.</summary>
/// <param name="texts">The language.</param>
/// <param name="isNumbered">Whether each event names its connection, because there are several.</param>
/// <param name="isAscii">Whether the terminal has only ASCII.</param>
internal sealed class RowWords(Catalogue texts, bool isNumbered = false, bool isAscii = false)
{
    // Fewer characters of a message tell nothing.
    private const int LeastQuoted = 4;
    private const int RoomForAmount = 24;

    /// <summary>The words of an event. Bytes are quoted, and cut with the number of hidden bytes to fit.</summary>
    /// <param name="row">The event.</param>
    /// <param name="room">The number of columns.</param>
    public string Of(EventRow row, int room)
    {
        var (words, cut) = (Numbered(row, room), Glyphs.For(!isAscii).Cut);
        // What is left of this sign is the kit's own, because the program's characters are escaped.
        return CellRow.Cut(isAscii ? words.Replace('…', cut) : words, room, cut);
    }

    /// <summary>What is wrong in a row, in words. Null if nothing is.</summary>
    /// <param name="row">The row.</param>
    /// <param name="failure">What is wrong in the row that has failed.</param>
    public string? RemarkOn(Row row, string? failure) =>
        row switch
        {
            EventRow { Owner: { } owner } => texts.Stray(owner),
            EventRow { IsFailed: true } => failure,
            _ => null,
        };

    private string Numbered(EventRow row, int room)
    {
        var number =
            isNumbered && row.Connection is { } connection
                ? string.Create(CultureInfo.InvariantCulture, $"#{connection} ")
                : "";
        return number + Whole(row, room - number.Length);
    }

    private string Whole(EventRow row, int room)
    {
        if (row.Bytes is not { } bytes)
            return texts.Drawn(row.Mark, Quoted.Escape(row.Note ?? "", isAscii));
        // Where there is little room, the number of hidden bytes has to be enough.
        var amount = room < RoomForAmount ? "" : "  " + texts.Amount(bytes.Total, row.Pieces);
        var others = Layout.WidthOf(texts.Drawn(row.Mark, $"\"\"{amount}"));
        var width = Math.Max(LeastQuoted, room - others);
        var quoted = Quoted.Text(bytes, width, isAscii);
        // The number of hidden bytes takes room too.
        for (var over = Over(); over > 0 && width > LeastQuoted; over = Over())
            quoted = Quoted.Text(bytes, width = Math.Max(LeastQuoted, width - over), isAscii);
        return texts.Drawn(row.Mark, $"{quoted}{amount}");

        int Over() => Layout.WidthOf(quoted) + others - 2 - room;
    }
}
