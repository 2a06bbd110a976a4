using Lab.Build.Results;

namespace Lab.Build.Texts;

// The phrases about results that are read from a file.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string ReportTarget =>
        "Muestra de nuevo el resultado de --input=result.json, y lo escribe en cada --output, sin volver a comprobar";

    /// <inheritdoc />
    public override string InputArgument => "el resultado que se muestra, tal como lo escribió --output=result.json";

    /// <inheritdoc />
    public override string InputNeeded =>
        "Report necesita el resultado de una comprobación: --input=result.json. Lo escribe una comprobación con "
        + "--output=result.json.";

    /// <inheritdoc />
    public override string NoSuchInput(string file) => $"--input={file}: no existe ese archivo.";

    /// <inheritdoc />
    public override string CannotRead(string file, string why) => $"--input={file} no se puede leer. {why}";

    /// <inheritdoc />
    public override string Unreadable(DocumentFlaw flaw, string file, string detail) =>
        flaw switch
        {
            DocumentFlaw.NotJson => $"--input={file} no es un resultado: no es JSON, o le falta el final.",
            DocumentFlaw.NoDocument => $"--input={file} es JSON, pero no el resultado de una comprobación.",
            DocumentFlaw.OtherSchema =>
                $"--input={file} lo escribió otra versión del kit: su formato es «{detail}», y este kit lee "
                    + $"«{ResultDocument.CurrentSchema}».",
            DocumentFlaw.Malformed => $"--input={file} es un resultado, pero está dañado: {detail}",
        };
}
