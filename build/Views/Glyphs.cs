using Lab.Build.Drawing;

namespace Lab.Build.Views;

/// <summary>The characters of a ladder in a terminal.</summary>
/// <param name="Lane">A lane.</param>
/// <param name="Served">The lane of a client that is served.</param>
/// <param name="Gap">A lane while nothing happens.</param>
/// <param name="LeftOut">A lane where events are left out.</param>
/// <param name="Line">The line of an arrow.</param>
/// <param name="Right">The head of an arrow to the right.</param>
/// <param name="Left">The head of an arrow to the left.</param>
/// <param name="Broken">The head of an arrow that ends a connection at once.</param>
/// <param name="FromLeft">The tail of an arrow to the right.</param>
/// <param name="FromRight">The tail of an arrow to the left.</param>
/// <param name="Cross">An arrow over a lane.</param>
/// <param name="Dashes">The line of an arrow without a connection.</param>
/// <param name="Failed">The failed expectation.</param>
/// <param name="Different">The first difference from a right program.</param>
/// <param name="Cut">The end of a text that is cut.</param>
/// <param name="Notes">The marks of events at one lane, in the order of <see cref="Mark"/>.</param>
internal sealed record Glyphs(
    char Lane,
    char Served,
    char Gap,
    char LeftOut,
    char Line,
    char Right,
    char Left,
    char Broken,
    char FromLeft,
    char FromRight,
    char Cross,
    char Dashes,
    char Failed,
    char Different,
    char Cut,
    string Notes
)
{
    /// <summary>Characters that the usual fonts of all systems have.</summary>
    public static readonly Glyphs Unicode = new(
        '│',
        '║',
        '┊',
        '┊',
        '─',
        '►',
        '◄',
        '×',
        '├',
        '┤',
        '┼',
        '╌',
        '✗',
        '≠',
        '…',
        "►◊◦ ×●     ▪▫‼○▼¶■ "
    );

    /// <summary>Characters for terminals that have no others.</summary>
    public static readonly Glyphs Ascii = new(
        '|',
        '#',
        ':',
        ':',
        '-',
        '>',
        '<',
        'x',
        '+',
        '+',
        '+',
        '.',
        'X',
        '!',
        '~',
        ">=? x*     -%!T^E#$ "
    );

    /// <summary>The characters for a terminal that has Unicode, or not.</summary>
    public static Glyphs For(bool unicode) => unicode ? Unicode : Ascii;

    /// <summary>The mark of an event at one lane.</summary>
    public char Note(Mark mark) => Notes[(int)mark];
}
