namespace Lab.Build.Texts;

// Starters, and the kit as students get it.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string StarterTarget =>
        "Pone las plantillas, o solo la de --exercise; un trabajo ya empezado se queda como está";

    /// <inheritdoc />
    public override string HandoutTarget => "Escribe en --out=lab.zip el kit para los estudiantes, sin soluciones";

    /// <inheritdoc />
    public override string ForceArgument =>
        "poner la plantilla aunque el programa ya esté empezado; el programa se guarda en Program.cs.old";

    /// <inheritdoc />
    public override string OutArgument =>
        "el archivo para el kit de los estudiantes, o la carpeta para todo lo de una clase";

    /// <inheritdoc />
    public override string StarterLaid(string program) => $"{program} contiene ahora la plantilla.";

    /// <inheritdoc />
    public override string StarterLaidBeside(string program, string kept) =>
        $"{program} contiene ahora la plantilla. Tu programa está en {kept}.";

    /// <inheritdoc />
    public override string StarterWouldHide(string program) =>
        $"{program} se queda como está, porque ya lo has empezado. Con --force se pone la plantilla, y tu programa se "
        + "guarda al lado, en Program.cs.old.";

    /// <inheritdoc />
    public override string StarterNotWritten(string program, string why) => $"No se puede escribir {program}. {why}";

    /// <inheritdoc />
    public override string NotForStudents(string what) =>
        $"{what} no está en este kit: es para el profesorado, y este es el kit de los estudiantes.";

    /// <inheritdoc />
    public override string OutNeeded => "Indica dónde va el kit de los estudiantes: --out=lab.zip";

    /// <inheritdoc />
    public override string NotZip(string file) =>
        $"--out={file}: el kit de los estudiantes es un archivo zip, así que su nombre acaba en .zip.";

    /// <inheritdoc />
    public override string NothingCommitted(string why) =>
        $"El kit de los estudiantes se hace a partir del último commit, y git no da ninguno. {why}";

    /// <inheritdoc />
    public override string HandoutIsProven(string commit) =>
        $"Se prueba en una carpeta temporal el kit de los estudiantes del commit {commit}: compila, cada plantilla falla en "
        + "el paso 1 y un programa correcto lo supera todo. Tarda uno o dos minutos…";

    /// <inheritdoc />
    public override string HandoutWritten(string file, int files) =>
        $"{file} contiene el kit de los estudiantes: {Number(files)} archivos, ninguna solución.";

    /// <inheritdoc />
    public override string BadHandout(string flaw) => $"No se ha escrito el kit de los estudiantes. {flaw}";

    /// <inheritdoc />
    public override string HoldsSolution(string file, string lines) =>
        $"{file} contiene líneas de una solución:\n{lines}";

    /// <inheritdoc />
    public override string StarterNotAtStep1(Exercise exercise, string output) =>
        $"La comprobación de su plantilla de {exercise.Id} debería decir que toca el paso 1. Mostró esto:\n{output}";

    /// <inheritdoc />
    public override string RightProgramFails(Exercise exercise, string output) =>
        $"Un programa correcto para {exercise.Id} debería superarlo todo. La comprobación mostró esto:\n{output}";
}
