using Lab.Build.Teaching;
using Lab.Build.Teaching.Rules;

namespace Lab.Build.Texts;

// The teacher's rule and marks.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string NoSuchFile(string file) => $"{file}: no existe ese archivo.";

    /// <inheritdoc />
    public override string FileNotRead(string file, string why) => $"No se puede leer {file}. {why}";

    /// <inheritdoc />
    public override string FileNotWritten(string file, string why) => $"No se puede escribir {file}. {why}";

    /// <inheritdoc />
    public override string RuleIsNotJson(string file, long line) =>
        $"{file} no es JSON. Mira la línea {Number(line)}: puede que falte una coma, unas comillas o un corchete.";

    /// <inheritdoc />
    public override string RuleHasFlaws(string file) => $"No se puede usar {file}:";

    /// <inheritdoc />
    public override string RuleHasNoDeadline(string file) =>
        $"{file} no tiene fecha límite, y sin ella no se puede calificar. Añade una línea como  "
        + "\"deadline\": \"2026-03-06T23:59+01:00\",  al archivo. ¿No existe? Lo escribe  "
        + $"{Script} --target=Grade --init --config=grading.json";

    /// <inheritdoc />
    public override string RuleExists(string file) =>
        $"{file} ya existe, y se queda como está. Indica otro archivo, o borra antes este.";

    /// <inheritdoc />
    public override string Demanded(RuleExpectation expected, string words) =>
        expected switch
        {
            RuleExpectation.Settings => "aquí va un objeto entre llaves.",
            RuleExpectation.List => "aquí va una lista entre corchetes, con algún elemento.",
            RuleExpectation.Text => "aquí va un texto entre comillas.",
            RuleExpectation.Time => "aquí va una hora con su diferencia con UTC, como \"2026-03-06T23:59+01:00\".",
            RuleExpectation.Points => "aquí van puntos: un número de 0 a 1000.",
            RuleExpectation.Factor => "aquí va un número de 0 a 1, como 0.5.",
            RuleExpectation.Digits => "aquí va un número de decimales, de 0 a 10.",
            RuleExpectation.Count => "aquí va un número entero de 0 a 100.",
            RuleExpectation.Weight => "aquí va un peso: un número de 0 a 1000.",
            RuleExpectation.Excuse =>
                "aquí va el identificador de un estudiante, o { \"student\": \"id\", \"part\": \"Ex2\" }.",
            RuleExpectation.OneOf => $"aquí va uno de estos valores: {words}.",
            RuleExpectation.Property => $"no existe ese ajuste. Aquí se conocen estos: {words}.",
            RuleExpectation.Missing => $"falta esto: {words}.",
            RuleExpectation.Once => "este ajuste aparece más de una vez.",
            RuleExpectation.Sum => $"las partes no suman el total (total, suma de las partes: {words}).",
            RuleExpectation.Step => $"el ejercicio no tiene ese paso. Sus pasos son {words}.",
            RuleExpectation.SomeWeight => "al menos un paso debe tener un peso mayor que 0.",
            RuleExpectation.After => $"debe ser posterior a {words}.",
        };

    /// <inheritdoc />
    public override string CsvLacksColumns(string file, IReadOnlyList<string> missing, IReadOnlyList<string> found) =>
        $"En {file} faltan columnas: {List(missing)}. Su primera línea nombra estas: {List(found)}.";

    /// <inheritdoc />
    public override string CsvMalformed(string file, long line) =>
        $"No se puede usar {file}: mira las comillas de la línea {Number(line)}.";

    /// <inheritdoc />
    public override string CsvHasBadRows(string file) =>
        $"{file} tiene filas que no se pueden usar. No se ha tomado nada de él:";

    /// <inheritdoc />
    public override string InRow(long line, string why) => $"  línea {Number(line)}: {why}";

    /// <inheritdoc />
    public override string WhyBad(CsvFlaw flaw, string cell, string limit) =>
        flaw switch
        {
            CsvFlaw.Student => $"no hay ningún estudiante «{cell}» en la clase. Escribe su identificador o su correo.",
            CsvFlaw.Part => $"«{cell}» no es parte de la nota. Las partes son {limit}.",
            CsvFlaw.Number => $"«{cell}» no es un número de puntos.",
            CsvFlaw.TooMany => $"{cell} puntos son demasiados: hay {limit}.",
            CsvFlaw.Again => $"ya hay una nota para {cell}, en la línea {limit}.",
        };
}
