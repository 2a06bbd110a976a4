using Lab.Build.Teaching.Publishing;
using Lab.Build.Teaching.Rules;
using Lab.Build.Teaching.Submissions;

namespace Lab.Build.Texts;

// What comes out of grading: the feedback for a student, and the summary for the teacher.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string DefenceName => "la defensa";

    /// <inheritdoc />
    public override string Heading(FeedbackPart part) =>
        part switch
        {
            FeedbackPart.Points => "Puntos",
            FeedbackPart.Rest => "Qué te habría dado el resto",
            FeedbackPart.Commits => "Commits encontrados",
        };

    /// <inheritdoc />
    public override string Heading(FeedbackColumn column) =>
        column switch
        {
            FeedbackColumn.Part => "parte",
            FeedbackColumn.Points => "puntos",
            FeedbackColumn.Most => "de un máximo de",
            FeedbackColumn.State => "resultado",
            FeedbackColumn.Commit => "commit",
            FeedbackColumn.Committed => "confirmado el",
            FeedbackColumn.Authored => "escrito el",
            FeedbackColumn.Author => "autor",
            FeedbackColumn.Message => "mensaje",
            FeedbackColumn.Counts => "cuenta para",
        };

    /// <inheritdoc />
    public override string PointsOf(string points, string most) => $"{points} de {most} puntos";

    /// <inheritdoc />
    public override string PointsUnknown(string most) => $"aún sin determinar, de {most} puntos";

    /// <inheritdoc />
    public override string Explained(TotalState state) =>
        state switch
        {
            TotalState.Final => "Este es el total.",
            TotalState.Provisional => "Es provisional: aún queda algo pendiente, como indica la tabla.",
            TotalState.Open =>
                "Aún no hay total, porque no se conocen los puntos de algún ejercicio. Eso no significa 0 puntos.",
            TotalState.Excused => "Estás exento, así que no hay puntos que obtener.",
        };

    /// <inheritdoc />
    public override string Label(ExerciseState state) =>
        state switch
        {
            ExerciseState.Graded => "calificado",
            ExerciseState.CommitsUnknown => "commits desconocidos",
            ExerciseState.TooFewCommits => "faltan commits",
            ExerciseState.TooFewDifferent => "faltan commits distintos",
            ExerciseState.OnlyStarter => "solo la plantilla",
            ExerciseState.NotSubmitted => "sin entregar",
            ExerciseState.Empty => "entrega vacía",
            ExerciseState.NothingInTime => "nada a tiempo",
            ExerciseState.Excused => "exento",
            ExerciseState.Pending => "aún sin comprobar",
            ExerciseState.NotFound => "programa no encontrado",
            ExerciseState.Ambiguous => "varios programas posibles",
            ExerciseState.NotAFile => "no es un archivo normal",
            ExerciseState.TooLarge => "demasiado grande",
            ExerciseState.Damaged => "entrega dañada",
            ExerciseState.CouldNotCheck => "no se pudo comprobar",
        };

    /// <inheritdoc />
    public override string Explained(ExerciseState state) =>
        state switch
        {
            ExerciseState.Graded => "El programa se ha comprobado.",
            ExerciseState.CommitsUnknown =>
                "El programa se ha comprobado. No hay historial de git, así que tu profesor decide sobre los commits.",
            ExerciseState.TooFewCommits =>
                "Muy pocos commits cambian el programa antes de la fecha límite, así que no obtiene puntos.",
            ExerciseState.TooFewDifferent =>
                "Hay muy pocos commits distintos para todos los ejercicios, así que este no obtiene puntos. Cuentan los "
                    + "que más puntos obtienen.",
            ExerciseState.OnlyStarter => "La plantilla está como se entregó, así que no obtiene puntos.",
            ExerciseState.NotSubmitted => "No has entregado nada.",
            ExerciseState.Empty => "Tu entrega está vacía.",
            ExerciseState.NothingInTime => "Nada de tu trabajo llegó antes de la fecha límite.",
            ExerciseState.Excused => "Estás exento de este ejercicio.",
            ExerciseState.Pending => "El programa aún no se ha comprobado.",
            ExerciseState.NotFound => "No se ha encontrado ningún programa para este ejercicio. Lo decide tu profesor.",
            ExerciseState.Ambiguous => "Varios programas podrían ser el de este ejercicio. Lo decide tu profesor.",
            ExerciseState.NotAFile =>
                "El programa es un enlace, un submódulo o un puntero, y no un archivo normal. Lo decide tu profesor.",
            ExerciseState.TooLarge =>
                "Hay más que leer de lo que necesita un programa de esta asignatura. Lo decide tu profesor.",
            ExerciseState.Damaged => "Tu entrega está dañada. Lo decide tu profesor.",
            ExerciseState.CouldNotCheck =>
                "No se ha podido hacer la comprobación. Eso no dice nada de tu programa. Lo decide tu profesor.",
        };

    /// <inheritdoc />
    public override string DefenceOpen => "aún sin nota";

    /// <inheritdoc />
    public override string NotAsked => "no se pide";

    /// <inheritdoc />
    public override string MarkGiven(string points, string computed) =>
        $"Tu profesor te ha puesto {points} puntos. La regla por sí sola da {computed}.";

    /// <inheritdoc />
    public override string MarkGivenAlone(string points) => $"Tu profesor te ha puesto {points} puntos.";

    /// <inheritdoc />
    public override string MarkComment(string comment) => $"Comentario de tu profesor: {comment}";

    /// <inheritdoc />
    public override string KeptOfLate(string kept, string earned) =>
        $"Llegó tarde, y conserva {kept} de los {earned} puntos que habría obtenido a tiempo.";

    /// <inheritdoc />
    public override string WouldEarnAll(string most, IReadOnlyList<string> steps) =>
        $"Obtiene {most} puntos si supera todos los pasos. No superó estos: {List(steps)}.";

    /// <inheritdoc />
    public override string RestWasFor(string rest, IReadOnlyList<string> steps) =>
        $"Los otros {rest} puntos eran por los pasos no superados: {List(steps)}.";

    /// <inheritdoc />
    public override string WouldEarnCompiled(string most) =>
        $"Puede obtener hasta {most} puntos, pero un programa que no compila no obtiene nada.";

    /// <inheritdoc />
    public override string WouldEarnCommitted(string earned) =>
        $"Con suficientes commits habría obtenido {earned} puntos.";

    /// <inheritdoc />
    public override string CommitsOfProgram(int found, int demanded) =>
        $"Commits que cambian el programa a tiempo: {Number(found)}. Se piden como mínimo {Number(demanded)}.";

    /// <inheritdoc />
    public override string CommitsDifferent(int found, int demanded) =>
        $"Commits distintos que cambian algún programa a tiempo: {Number(found)}. Se piden como mínimo "
        + $"{Number(demanded)}.";

    /// <inheritdoc />
    public override string CommitsLate(int commits) =>
        commits == 1 ? "1 commit llegó demasiado tarde." : $"{Number(commits)} commits llegaron demasiado tarde.";

    /// <inheritdoc />
    public override string SeenInstead => "En su lugar se encontró esto:";

    /// <inheritdoc />
    public override string Rounded(RoundingMode mode, int digits) =>
        mode switch
        {
            RoundingMode.HalfUp =>
                $"El total se redondea una sola vez, a {Number(digits)} decimales, la mitad hacia arriba.",
            RoundingMode.HalfEven =>
                $"El total se redondea una sola vez, a {Number(digits)} decimales, la mitad hacia la cifra par.",
        };

    /// <inheritdoc />
    public override string DeadlineAt(string time) => $"La fecha límite era {time}.";

    /// <inheritdoc />
    public override string DeadlineExtended(string time) => $"Tu fecha límite se amplió hasta {time}.";

    /// <inheritdoc />
    public override string LateTaken(string time, string factor) =>
        $"Lo que llegó más tarde se aceptó hasta {time}, con sus puntos multiplicados por {factor}.";

    /// <inheritdoc />
    public override string NoGit => "Tu entrega no tiene historial de git, así que no se conocen los commits.";

    /// <inheritdoc />
    public override string NoCommits => "Ningún commit cambia alguno de los programas.";

    /// <inheritdoc />
    public override string TimesAreClaims => "Los nombres y las horas son los que declaran los commits.";

    /// <inheritdoc />
    public override string MoreCommits(int commits) =>
        commits == 1 ? "1 commit anterior" : $"{Number(commits)} commits anteriores";

    /// <inheritdoc />
    public override string Heading(SummaryPart part) =>
        part switch
        {
            SummaryPart.Late => "Con retraso",
            SummaryPart.NotGradable => "No se pudo calificar, lo que no es un 0",
            SummaryPart.ToDecide => "Para que decidas: sin git nadie conoce los commits",
            SummaryPart.Missing => "Nada que calificar",
            SummaryPart.WithoutStudent => "Entregas sin estudiante",
            SummaryPart.Unknown => "Nombrados en la regla, y no en la clase",
            SummaryPart.Commonest => "Lo que más se repite",
            SummaryPart.Odd => "Commits extraños, solo para ti",
        };

    /// <inheritdoc />
    public override string ClassInNumbers(int students, int final, int provisional, int open, int excused) =>
        $"Estudiantes: {Number(students)}. Totales: {Number(final)} definitivos, {Number(provisional)} provisionales, "
        + $"{Number(open)} pendientes. Exentos: {Number(excused)}.";

    /// <inheritdoc />
    public override string DefencesOpen(int students) =>
        $"Sin nota de la defensa: {Number(students)}. Las notas vienen de --marks=marks.csv.";

    /// <inheritdoc />
    public override string RanUnconfined(int programs) =>
        $"Sin aislamiento: {Number(programs)} programas se ejecutaron con todos los permisos de tu cuenta.";

    /// <inheritdoc />
    public override string Programs(int programs) => $"{Number(programs)} ×";

    /// <inheritdoc />
    public override string AndMore(int more) => $"y {Number(more)} más";

    /// <inheritdoc />
    public override string Odd(OddityKind kind) =>
        kind switch
        {
            OddityKind.BeforeParent => "declara ser anterior al commit que le precede",
            OddityKind.TimesApart => "se escribió y se confirmó en momentos muy alejados",
            OddityKind.AllAtOnce => "todos los commits caben en un minuto",
            OddityKind.BeforeGivenOut => "declara ser anterior al enunciado",
            OddityKind.Rewritten => "se había visto, y ya no está en el historial",
            OddityKind.SeenLate => "declara ser puntual, y se vio por primera vez pasada la fecha límite",
        };
}
