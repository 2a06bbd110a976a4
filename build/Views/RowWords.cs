using System.Globalization;
using Lab.Build.Drawing;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>The words of a row of a ladder, for every pen.</summary>
/// <param name="texts">The language.</param>
/// <param name="isNumbered">Whether each event names its connection, because there are several.</param>
internal sealed class RowWords(Catalogue texts, bool isNumbered = false)
{
    // Fewer characters of a message tell nothing.
    private const int LeastQuoted = 4;
    private const int RoomForAmount = 24;

    /// <summary>The words of an event. Bytes are quoted, and cut with the number of hidden bytes to fit.</summary>
    /// <param name="row">The event.</param>
    /// <param name="room">The number of columns.</param>
    /// <param name="cut">The sign at the end of words that are cut.</param>
    public string Of(EventRow row, int room, char cut = '…') =>
        CellRow.Cut(Numbered(row, room).Replace('…', cut), room, cut);

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
            return texts.Drawn(row.Mark, Quoted.Escape(row.Note ?? ""));
        // Where there is little room, the number of hidden bytes has to be enough.
        var amount = room < RoomForAmount ? "" : "  " + texts.Amount(bytes.Total, row.Pieces);
        var others = Layout.WidthOf(texts.Drawn(row.Mark, $"\"\"{amount}"));
        var width = Math.Max(LeastQuoted, room - others);
        var quoted = Quoted.Text(bytes, width);
        // The number of hidden bytes takes room too.
        for (var over = Over(); over > 0 && width > LeastQuoted; over = Over())
            quoted = Quoted.Text(bytes, width = Math.Max(LeastQuoted, width - over));
        return texts.Drawn(row.Mark, $"{quoted}{amount}");

        int Over() => Layout.WidthOf(quoted) + others - 2 - room;
    }
}
