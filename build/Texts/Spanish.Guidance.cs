using Lab.Build.Guidance;
using Lab.Build.Results;

namespace Lab.Build.Texts;

// The student's progress, hints, and the daily loop.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string KitTitle => "Laboratorio de sockets TCP";

    /// <inheritdoc />
    public override string StepsPassed(int passed, int all) => $"{passed, 2} de {all, 2}";

    /// <inheritdoc />
    public override string JustNow => "hace un momento";

    /// <inheritdoc />
    public override string Committed(int commits, bool isCommitted) =>
        commits == 0
            ? "ningún commit todavía"
            : (commits == 1 ? "1 commit" : $"{Number(commits)} commits")
                + (isCommitted ? "" : ", y cambios posteriores sin commit");

    /// <inheritdoc />
    public override string NotPushed(int commits) =>
        (commits == 1 ? "Queda 1 commit" : $"Quedan {Number(commits)} commits") + " por subir:  git push";

    /// <inheritdoc />
    public override string MinutesAgo(long minutes) =>
        minutes == 1 ? "hace 1 minuto" : $"hace {Number(minutes)} minutos";

    /// <inheritdoc />
    public override string HoursAgo(long hours) => hours == 1 ? "hace 1 hora" : $"hace {Number(hours)} horas";

    /// <inheritdoc />
    public override string DaysAgo(long days) => days == 1 ? "hace 1 día" : $"hace {Number(days)} días";

    /// <inheritdoc />
    public override string DeadlineIn(string time, string left) => $"Fecha límite: {time} · tiempo restante: {left}";

    /// <inheritdoc />
    public override string DeadlineWas(string time, string ago) => $"El plazo ha terminado: {time} · {ago}";

    /// <inheritdoc />
    public override string MinutesLeft(long minutes) => minutes == 1 ? "1 minuto" : $"{Number(minutes)} minutos";

    /// <inheritdoc />
    public override string HoursLeft(long hours) => hours == 1 ? "1 hora" : $"{Number(hours)} horas";

    /// <inheritdoc />
    public override string DaysLeft(long days) => days == 1 ? "1 día" : $"{Number(days)} días";

    /// <inheritdoc />
    public override string Checked(string ago) => $"comprobado {ago}";

    /// <inheritdoc />
    public override string CheckedBeforeChange(string ago) =>
        $"comprobado {ago}; el programa ha cambiado desde entonces";

    /// <inheritdoc />
    public override string NeverChecked => "aún sin comprobar";

    /// <inheritdoc />
    public override string WhatNext(Exercise exercise, string whatComes) =>
        $"""
            Siguiente: {whatComes}

              {Script} --target={exercise.Id}    comprobarlo
              {Script} --target=Hint   una pista para este paso
              {Script} --target=Watch  comprobar cada vez que guardes

            Todos los objetivos: {Script} --description
            """;

    /// <inheritdoc />
    public override string EverythingDone =>
        "Has terminado los tres ejercicios. Haz commit y prepárate para explicarlos en la defensa.\n"
        + $"Para enseñárselos a alguien:  {DemoOfOwn}";

    /// <inheritdoc />
    public override string HintHeading(Hint hint) =>
        $"{hint.Exercise.Id}, paso {hint.Step}, «{StepTitle(hint.Exercise, hint.Step)}» · pista {hint.Number} de "
        + $"{hint.Count}";

    /// <inheritdoc />
    public override string NextHint(Hint hint) =>
        $"Siguiente pista:  {Script} --target=Hint --exercise={hint.Exercise.Id} --step={hint.Step}";

    /// <inheritdoc />
    public override string LastHint(Hint hint) =>
        "Era la última pista de este paso; la siguiente vuelve a ser la primera. El enunciado cuenta más: "
        + $"exercises/{hint.Exercise.Folder}/{ReadMe}";

    /// <inheritdoc />
    public override string NoHints(Hint hint) =>
        $"No hay pistas para el paso {hint.Step} en exercises/{hint.Exercise.Folder}/{ReadMe}.";

    /// <inheritdoc />
    public override string NothingToHint(Exercise exercise) =>
        $"{exercise.Id} está terminado. Aun así puedes pedir una pista de un paso:  {Script} --target=Hint "
        + $"--exercise={exercise.Id} --step={exercise.StepIds[0]}";

    /// <inheritdoc />
    public override string NoHintToCompile(Exercise exercise) =>
        $"{exercise.Id} no compila. Las mejores pistas son los mensajes del compilador:  {Script} "
        + $"--target={exercise.Id}";

    /// <inheritdoc />
    public override string WatchNeedsTerminal =>
        "Watch necesita una terminal para mostrar su pantalla y leer el teclado. Si no la hay, comprueba una vez:  "
        + $"{Script} --target=Ex1";

    /// <inheritdoc />
    public override string Watches(string program) => $"Vigilando {program}, veinte veces por segundo";

    /// <inheritdoc />
    public override string WatchKeys(char again, char hint, char following, char quit) =>
        $"Guarda para comprobar · {again} repetir · {hint} pista · {following} ejercicio siguiente · {quit} salir";

    /// <inheritdoc />
    public override string PassNow(IReadOnlyList<string> steps) =>
        steps.Count == 1 ? $"Nuevo paso superado: {steps[0]}." : $"Nuevos pasos superados: {List(steps)}.";

    /// <inheritdoc />
    public override string Learnt(ExerciseKind exercise) =>
        exercise switch
        {
            ExerciseKind.Client =>
                "Ya sabes cómo un cliente abre una conexión, convierte texto en bytes y bytes en texto, nunca espera "
                    + "sin límite y cierra su socket en cualquier caso.",
            ExerciseKind.EchoServer =>
                "Ya sabes qué hace un servidor que no hace un cliente: se enlaza, escucha y acepta; sigue en marcha "
                    + "aunque fallen sus clientes; y mientras atiende a uno, los demás esperan en la cola de "
                    + "conexiones pendientes.",
            ExerciseKind.ThreadedServer =>
                "Ya sabes cómo, con un hilo por conexión, un cliente en silencio no detiene a los demás, y por qué "
                    + "ninguna excepción debe salir de un hilo.",
        };

    /// <inheritdoc />
    public override string WaitsForProgram(string program) =>
        $"{program} ya no está. En cuanto vuelva, se comprobará otra vez.";

    /// <inheritdoc />
    public override string NextIsToBegin(Exercise exercise) =>
        $"lee exercises/{exercise.Folder}/{ReadMe} y escribe el paso 1 en {ProgramOf(exercise)}.";

    /// <inheritdoc />
    public override string NextIsToCompile(Exercise exercise) => $"haz que compile {ProgramOf(exercise)}.";

    /// <inheritdoc />
    public override string NextIsStep(Exercise exercise, string id) =>
        $"paso {id}, «{StepTitle(exercise, id)}», en {ProgramOf(exercise)}.";
}
