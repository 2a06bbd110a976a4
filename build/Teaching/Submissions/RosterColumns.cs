namespace Lab.Build.Teaching.Submissions;

/// <summary>Knows which columns of a roster mean what, in English and in Spanish.</summary>
internal sealed class RosterColumns
{
    // The best ones first: Moodle has an identifier of its own beside the id that people know.
    private static readonly string[] _ids =
    [
        "idnumber",
        "numerodeid",
        "numeroid",
        "id",
        "studentid",
        "dni",
        "nif",
        "nia",
        "identificador",
        "identifier",
        "username",
        "nombredeusuario",
        "usuario",
    ];
    private static readonly string[] _names =
    [
        "fullname",
        "nombrecompleto",
        "student",
        "estudiante",
        "alumno",
        "alumna",
    ];
    private static readonly string[] _firstNames = ["firstname", "nombre", "nombres", "name"];
    private static readonly string[] _surnames =
    [
        "surname",
        "surnames",
        "lastname",
        "apellido",
        "apellidos",
        "primerapellido",
        "segundoapellido",
    ];
    private static readonly string[] _emails =
    [
        "email",
        "emailaddress",
        "mail",
        "correo",
        "correoelectronico",
        "direcciondecorreo",
        "direcciondecorreoelectronico",
        "direccionemail",
    ];
    private static readonly string[] _folders =
    [
        "folder",
        "carpeta",
        "repositorio",
        "repository",
        "repo",
        "directorio",
    ];
    private static readonly string[] _languages = ["lang", "language", "idioma", "lengua"];

    private readonly List<string> _plain;

    private RosterColumns(IReadOnlyList<string> headings) =>
        (Headings, _plain) = (headings, [.. headings.Select(PlainLetters.Of)]);

    /// <summary>The headings as they are written.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Whether there is an id or a name.</summary>
    public bool TellWho => _plain.Intersect([.. _ids, .. _names, .. _firstNames]).Any();

    /// <summary>The columns with these headings.</summary>
    public static RosterColumns Of(IReadOnlyList<string> headings) => new(headings);

    /// <summary>The student in a row. Null if the row tells nobody.</summary>
    /// <param name="field">Gives the field of a column.</param>
    public Student? StudentIn(Func<int, string> field)
    {
        var email = First(_emails, field);
        var name = First(_names, field) ?? Joined([.. In(_firstNames), .. In(_surnames)], field);
        var id = First(_ids, field) ?? email ?? name;
        return id is null
            ? null
            : new(id, name ?? id)
            {
                Email = email,
                Folder = First(_folders, field),
                Language = First(_languages, field),
            };
    }

    private IEnumerable<int> In(string[] known) =>
        known.Select(heading => _plain.IndexOf(heading)).Where(at => at >= 0);

    private string? First(string[] known, Func<int, string> field) =>
        In(known).Select(field).FirstOrDefault(text => text.Length > 0);

    private static string? Joined(IEnumerable<int> columns, Func<int, string> field) =>
        string.Join(' ', columns.Select(field).Where(text => text.Length > 0)) is { Length: > 0 } text ? text : null;
}
