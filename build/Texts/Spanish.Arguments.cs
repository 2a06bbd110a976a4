using Lab.Build.Arguments;
using Lab.Build.Views;

namespace Lab.Build.Texts;

// The phrases about targets, arguments and wrong arguments.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string CheckTarget(Exercise exercise) =>
        $"Comprueba el ejercicio {exercise.Id[^1]}, {Name(exercise)}, paso a paso";

    /// <inheritdoc />
    public override string DefaultTarget => "Muestra por dónde vas en los tres ejercicios y qué hacer ahora";

    /// <inheritdoc />
    public override string FullTarget => "Comprueba los tres ejercicios de una vez, con los 300 segundos reales";

    /// <inheritdoc />
    public override string WatchTarget => "Comprueba cada vez que guardas: todos los ejercicios, o solo --exercise=Ex2";

    /// <inheritdoc />
    public override string HintTarget =>
        "Da la siguiente pista del paso en el que estás, o del que digan --exercise y --step";

    /// <inheritdoc />
    public override string NetcatTarget => "El netcat del propio kit: --port=9000 [--host=…] [--listen] [--udp]";

    /// <inheritdoc />
    public override string DemoTarget =>
        "Muestra en vivo la prueba de aceptación de la práctica; con --exercises, usa tus programas";

    /// <inheritdoc />
    public override string DemoTargetOfHandout =>
        "Muestra en vivo la prueba de aceptación de la práctica, con tus programas";

    /// <inheritdoc />
    public override string TestTarget => "Ejecuta las pruebas del propio kit";

    /// <inheritdoc />
    public override string ArgumentHeading => "Argumento";

    /// <inheritdoc />
    public override string TargetsHeading => "Va con";

    /// <inheritdoc />
    public override string MeaningHeading => "Significado";

    /// <inheritdoc />
    public override string ProgramArgument =>
        "comprobar este archivo de C#, o todos los de esta carpeta, en lugar del ejercicio; si el archivo está en la "
        + "carpeta de un proyecto, se incluyen también los demás";

    /// <inheritdoc />
    public override string SolutionArgument => "usar la solución de referencia";

    /// <inheritdoc />
    public override string CommandArgument => "comprobar un programa en cualquier lenguaje";

    /// <inheritdoc />
    public override string OutputArgument =>
        $"escribir el resultado también en un archivo ({List(ResultFile.Endings)}); se puede dar varias veces";

    /// <inheritdoc />
    public override string LadderArgument => "dibujar todas las conversaciones, y no solo la que ha fallado";

    /// <inheritdoc />
    public override string BesideArgument =>
        "dibujar la misma conversación con un programa correcto al lado de la que ha fallado";

    /// <inheritdoc />
    public override string SeedArgument => "enviar los mismos mensajes que la comprobación que mostró esta semilla";

    /// <inheritdoc />
    public override string FullArgument =>
        "esperar también a que se agote el tiempo de espera por defecto, los 300 segundos reales, con una cuenta atrás";

    /// <inheritdoc />
    public override string ExerciseArgument => "solo este ejercicio";

    /// <inheritdoc />
    public override string StepArgument => "dar una pista de este paso";

    /// <inheritdoc />
    public override string HostArgument => "la máquina a la que conectarse, o la dirección en la que escuchar";

    /// <inheritdoc />
    public override string PortArgument => "el puerto al que conectarse, o en el que escuchar";

    /// <inheritdoc />
    public override string ListenArgument => "esperar una conexión";

    /// <inheritdoc />
    public override string UdpArgument => "usar UDP";

    /// <inheritdoc />
    public override string ExercisesArgument => "usar tus propios programas";

    /// <inheritdoc />
    public override string AllArgument => "ejecutar todas las pruebas, también las que tardan mucho";

    /// <inheritdoc />
    public override string LangArgument =>
        $"el idioma de todo lo que se muestra ({string.Join(", ", Languages.Codes)})";

    /// <inheritdoc />
    public override string UnknownLanguage(string setting, string name, IReadOnlyList<string> known) =>
        $"{setting}={name}: el kit no habla ese idioma. Los que hay: {string.Join(", ", known)}.";

    /// <inheritdoc />
    public override string NoSuchTarget(string name, IReadOnlyList<string> known) =>
        $"No existe el objetivo {name}. Los que hay: {List(known)}.";

    /// <inheritdoc />
    public override string EveryTarget => "todos los objetivos";

    /// <inheritdoc />
    public override string UnknownArgument(string name, IReadOnlyList<Argument> known) =>
        $"No existe el argumento --{name}. Los que hay: {List(known.Select(one => "--" + one.Name))}.";

    /// <inheritdoc />
    public override string MisplacedArgument(string name, string target, IReadOnlyList<string> takers) =>
        $"--{name} no vale con {target}: va con {List(takers)}.";

    /// <inheritdoc />
    public override string MistypedArgument(string name, bool isSwitch) =>
        isSwitch
            ? $"--{name} no lleva ningún valor: si no lo quieres, quítalo."
            : $"A --{name} le falta el valor: --{name}=VALOR.";

    /// <inheritdoc />
    public override string OnlyOneProgram => "Indica un solo programa para comprobar, no varios.";

    /// <inheritdoc />
    public override string UnknownOutput(string file, IReadOnlyList<string> endings) =>
        $"--output={file}: el resultado se puede escribir en un archivo con una de estas extensiones: {List(endings)}.";

    /// <inheritdoc />
    public override string NoSuchExercise(string text) =>
        $"--exercise={text}: los ejercicios son {List(Exercise.All.Select(exercise => exercise.Id))}.";

    /// <inheritdoc />
    public override string NoSuchStep(Exercise exercise, string id) =>
        $"--step={id}: los pasos de {exercise.Id} son {List(exercise.StepIds)}.";

    /// <inheritdoc />
    public override string BadPort(string text) => $"--port={text}: un puerto es un número del 1 al 65535.";

    /// <inheritdoc />
    public override string BadSeed(string text) => $"--seed={text}: una semilla es un número del 0 al 9999.";

    /// <inheritdoc />
    public override string SubmissionsArgument =>
        "la carpeta con las entregas de una clase: una carpeta, un repositorio git o un .zip por estudiante";

    /// <inheritdoc />
    public override string RosterArgument => "la tabla de los estudiantes: id, nombre, correo, carpeta, idioma";

    /// <inheritdoc />
    public override string ConfigArgument => "la regla que da los puntos; con --init, el archivo nuevo para ella";

    /// <inheritdoc />
    public override string InitArgument => "escribir la regla de la propia práctica en un archivo nuevo";

    /// <inheritdoc />
    public override string MarksArgument =>
        "la tabla de tus notas: estudiante, ejercicio (Ex1, Ex2, Ex3 o defensa), puntos, comentario";

    /// <inheritdoc />
    public override string AgainArgument =>
        "comprobar de nuevo: a estos estudiantes, o a todos si no se nombra a ninguno";

    /// <inheritdoc />
    public override string SandboxArgument =>
        "ejecutar los programas con tus propios permisos; constará en todos los resultados";

    /// <inheritdoc />
    public override string ShardArgument => "calificar la segunda de ocho partes de la clase";

    /// <inheritdoc />
    public override string PartsArgument => "la carpeta de una parte calificada; indica una por cada parte";
}
