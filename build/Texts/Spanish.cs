using Lab.Build.Checking;
using Lab.Build.Results;

namespace Lab.Build.Texts;

/// <summary>Spanish.</summary>
public sealed partial class Spanish : Catalogue
{
    /// <inheritdoc />
    public override string Name(ExerciseKind exercise) =>
        exercise switch
        {
            ExerciseKind.Client => "el cliente",
            ExerciseKind.EchoServer => "el servidor eco",
            ExerciseKind.ThreadedServer => "el servidor eco multihilo",
        };

    /// <inheritdoc />
    public override string Title(StepTask task) =>
        task switch
        {
            StepTask.Compile => "Compilar el programa",
            StepTask.CreateClientSocket => "Crear un socket orientado a conexión (TCP)",
            StepTask.SetTimeout => "Establecer un tiempo de espera de 300 segundos",
            StepTask.Connect => "Conectar con la dirección del servidor (máquina y puerto)",
            StepTask.SendMessage => "Enviar el mensaje codificado",
            StepTask.ReceiveReply => "Recibir la respuesta en el mismo socket",
            StepTask.ShowReply => "Decodificar la respuesta y mostrarla",
            StepTask.HandleExceptions => "Controlar la excepción por tiempo de espera, y cualquier otra",
            StepTask.CloseSocket => "En cualquier caso, cerrar el socket al final",
            StepTask.CreateServerSocket => "Crear un socket orientado a conexión",
            StepTask.Bind => "Enlazarlo a la dirección y al puerto",
            StepTask.Listen => "Ponerlo a la escucha",
            StepTask.Loop => "Repetir en un bucle infinito",
            StepTask.Accept => "Aceptar a un cliente",
            StepTask.StartThread => "Crear y arrancar un hilo que atienda a este cliente",
            StepTask.ServeClient => "La función que atiende a un cliente",
            StepTask.ReceiveMessage => "Recibir el mensaje en el socket del cliente",
            StepTask.ShowMessage => "Mostrar el mensaje",
            StepTask.SendBack => "Devolver el mismo mensaje",
            StepTask.CloseClient => "Cerrar el socket del cliente",
            StepTask.HandleInThreads =>
                "Controlar la excepción por tiempo de espera, y cualquier otra, en el bucle y en el hilo",
            StepTask.CloseServer => "Cerrar el socket del servidor al final",
            StepTask.Acceptance => "La prueba de aceptación de la práctica",
        };

    /// <inheritdoc />
    public override string Compiling => "compilando…";

    /// <inheritdoc />
    public override string Playing(int done, int all) => $"comprobando… {Scenarios(done, all)}";

    /// <inheritdoc />
    public override string PlayingUntil(int done, int all, TimeSpan left) =>
        $"comprobando… {Scenarios(done, all)}; quedan {Clock(left)} de la espera por defecto";

    /// <inheritdoc />
    public override string PlayingAgain(int done, int all) =>
        $"comprobando otra vez lo que no llegó a tiempo… {Scenarios(done, all)}";

    /// <inheritdoc />
    public override string Heading(ResultDocument result) =>
        $"{result.Exercise.Id} · {Name(result.Exercise)} · {result.Program.Name}";

    /// <inheritdoc />
    public override string Took(TimeSpan time, int seed) => $"{Seconds(time)} · semilla {seed}";

    /// <inheritdoc />
    public override string WaitsToCompile => "sin comprobar: antes tiene que compilar el programa";

    /// <inheritdoc />
    public override string WaitsForStep(string id) => $"sin comprobar: depende del paso {id}";

    /// <inheritdoc />
    public override string IsBeingChecked => "aún se está comprobando";

    /// <inheritdoc />
    public override string Note(StepNote note) =>
        note switch
        {
            StepNote.PassedAlone => "la primera vez algo llegó demasiado tarde; al repetirlo a solas, sale bien",
            StepNote.FailedTwice =>
                "algo no llegó a tiempo; al repetirlo a solas y con el doble de tiempo, vuelve a fallar",
            StepNote.FromTheWire =>
                "juzgado solo por lo que se ve en la red. Cuándo recibe un programa, y si un socket lo cerró el "
                    + "programa o el sistema operativo, solo se puede ver en programas de .NET",
            StepNote.PrintsTrace =>
                "el mensaje es una excepción entera, con su traza de pila. Para un usuario es más clara una frase, "
                    + "como la de la propiedad Message de la excepción",
            StepNote.AwaitsKey =>
                "el programa espera una tecla antes de terminar, y la comprobación ha pulsado Enter por ti. No pasa "
                    + "nada, porque el socket ya estaba cerrado. Pero Console.ReadKey lanza una excepción donde no hay "
                    + "consola",
        };

    /// <inheritdoc />
    public override string NoteOn(IReadOnlyList<string> steps, StepNote note) =>
        (steps.Count == 1 ? "Paso " : "Pasos ") + $"{List(steps)}: {Note(note)}.";

    /// <inheritdoc />
    public override string NotCheckedYet(IReadOnlyList<string> steps) => $"Aún sin comprobar: {List(steps)}.";

    /// <inheritdoc />
    public override string GoingFurther => "Para ir más allá (no se pide):";

    /// <inheritdoc />
    public override string AllPassed(int steps, Exercise following) =>
        $"Has superado los {Number(steps)} pasos. Haz commit y sigue con {following.Id}, {Name(following)}, en "
        + $"exercises/{following.Folder}.";

    /// <inheritdoc />
    public override string AllPassedAtLast(int steps) =>
        $"Has superado los {Number(steps)} pasos. Haz commit y prepárate para explicarlo en la defensa.";

    /// <inheritdoc />
    public override string SomePassed(int passed, int all) => $"Pasos superados: {Number(passed)} de {Number(all)}.";

    /// <inheritdoc />
    public override string SomePassSoFar(int passed, int all) =>
        $"La comprobación no había terminado: {Number(passed)} de {Number(all)} pasos superados hasta entonces.";

    /// <inheritdoc />
    public override string DoesNotCompile(int errors) =>
        errors == 1 ? "El programa no compila: 1 error." : $"El programa no compila: {Number(errors)} errores.";

    /// <inheritdoc />
    public override string NextCompile =>
        "Siguiente: corrige el primer error; los demás pueden venir de él. No se ha comprobado ningún paso.";

    /// <inheritdoc />
    public override string CouldNotCheck(string why) => $"No se ha podido hacer la comprobación: {why}";

    /// <inheritdoc />
    public override string CannotWrite(string file, string why) =>
        $"--output={file}: no se ha podido escribir el resultado. {why}";

    /// <inheritdoc />
    public override string NoSuchProgram(string path) => $"No hay ningún programa en {path}.";

    /// <inheritdoc />
    public override string NotCSharp(string path) =>
        $"{path} no es un programa en C#: indica un archivo .cs, o una carpeta que tenga alguno.";

    /// <inheritdoc />
    public override string NoProgramIn(string folder) => $"No hay ningún archivo de C# en {folder}.";

    /// <inheritdoc />
    public override string EmptyCommand => "--command no contiene ningún comando.";

    /// <inheritdoc />
    public override string OpenQuote(string command) => $"--command={command}: falta cerrar unas comillas.";

    /// <inheritdoc />
    public override string CannotStart(string file) =>
        $"el comando {file} no se puede arrancar. ¿Está bien escrito? ¿Está instalado?";

    /// <inheritdoc />
    public override string KitFault(string type, string message) =>
        $"algo ha fallado en el kit, y tu programa no tiene la culpa. {type}: {message}";

    /// <inheritdoc />
    public override string CompilerFailed(string output) => $"ha fallado el propio compilador de C#: {output}";

    /// <inheritdoc />
    public override string NoSdk(string folder) =>
        $"el SDK de .NET está incompleto: falta {folder}. Instala el SDK de .NET 10 desde https://dot.net.";

    /// <inheritdoc />
    public override string NoRoom(string folder, string why) =>
        "No se ha podido hacer la comprobación, quizá por falta de espacio o de permisos en la carpeta temporal "
        + $"{folder}: {why}";

    /// <inheritdoc />
    public override string Interrupted => "Interrumpido. No ha quedado nada en marcha.";

    /// <inheritdoc />
    public override string StageFailed(string command) => $"Esto ha fallado: {command}";

    // "a, b y c": the kit lists ids, names and numbers, none of which turns "y" into "e".
    /// <inheritdoc />
    protected override string List(IEnumerable<string> ids) =>
        ids.ToList() is [.. var first, var last] && first.Count > 0
            ? $"{string.Join(", ", first)} y {last}"
            : string.Concat(ids);

    // "6000", but "60.000".
    /// <inheritdoc />
    protected override string Number(long value) =>
        value is > -10_000 and < 10_000 ? value.ToString("0", Culture) : base.Number(value);

    private string Scenarios(int done, int all) => $"{Number(done)} de {Number(all)} situaciones";

    /// <inheritdoc />
    public override string SandboxFailed(string why) =>
        $"el programa no se ha podido confinar, y no tiene la culpa. {why}";

    /// <inheritdoc />
    public override string CheckerDied(string output) =>
        $"el proceso que comprobaba el programa ha terminado, quizá porque algo lo ha cerrado. {output}";
}
