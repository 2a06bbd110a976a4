using System.Globalization;
using Lab.Build.Report;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words of a report, beside those of a result and of a drawing.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("es");

    /// <inheritdoc />
    public override string StepPasses => "superado";

    /// <inheritdoc />
    public override string StepFails => "aún no superado";

    /// <inheritdoc />
    public override string Heading(ReportPart part) =>
        part switch
        {
            ReportPart.Steps => "Pasos",
            ReportPart.Wire => "Lo que pasó por la red",
            ReportPart.Service => "Cuándo se atendió a cada cliente",
            ReportPart.Printed => "Lo que mostró el programa",
            ReportPart.Source => "El programa",
            ReportPart.OtherFindings => "Otros pasos aún no superados",
            ReportPart.Conversations => "Todas las conversaciones de esta comprobación",
            ReportPart.Remarks => "Observaciones",
        };

    /// <inheritdoc />
    public override string DescribeLadder(IReadOnlyList<string> lanes, int first, int last) =>
        $"El tiempo avanza hacia abajo. Carriles, de izquierda a derecha: {List(lanes)}. Muestra las filas "
        + $"{Number(first)} a {Number(last)} de la tabla de abajo.";

    /// <inheritdoc />
    public override string PartOf(string title, int part, int parts) => $"{title} ({Number(part)} de {Number(parts)})";

    /// <inheritdoc />
    public override string BarsLegend =>
        "fino: conectado · grueso: atendido · ○ una respuesta · × una respuesta con bytes de otro cliente";

    /// <inheritdoc />
    public override string DescribeBars(int clients) =>
        $"El tiempo avanza hacia la derecha, con una barra por conexión ({Number(clients)}). La tabla de abajo dice "
        + "lo mismo.";

    /// <inheritdoc />
    public override string NeverServed => "nunca atendido";

    /// <inheritdoc />
    public override string ServedFrom(TimeSpan at) => $"atendido desde los {Number((long)at.TotalMilliseconds)} ms";

    /// <inheritdoc />
    public override string GotBytesOf(Actor owner) => $"recibió bytes {Of(owner)}";

    /// <inheritdoc />
    public override string Heading(ReportColumn column) =>
        column switch
        {
            ReportColumn.Time => "ms",
            ReportColumn.Since => "desde la anterior",
            ReportColumn.Who => "quién",
            ReportColumn.ToWhom => "a quién",
            ReportColumn.Connection => "conexión",
            ReportColumn.What => "qué",
            ReportColumn.From => "conectado desde (ms)",
            ReportColumn.Until => "hasta (ms)",
            ReportColumn.Answers => "respuestas",
        };

    /// <inheritdoc />
    public override string SameAsTable => "Lo mismo en una tabla";

    /// <inheritdoc />
    public override string LineNumber(int number) => $"línea {Number(number)}";

    /// <inheritdoc />
    public override string MoreLines(int lines) => lines == 1 ? "1 línea más" : $"{Number(lines)} líneas más";

    /// <inheritdoc />
    public override string MoreFiles(int files) => files == 1 ? "1 archivo más" : $"{Number(files)} archivos más";

    /// <inheritdoc />
    public override string NotInResult => "El resultado no contiene el texto de este archivo.";

    /// <inheritdoc />
    public override string CheckAgain(string command) => $"Comprobar otra vez con los mismos mensajes: {command}";
}
