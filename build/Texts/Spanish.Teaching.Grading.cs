using Lab.Build.Teaching.Grading;

namespace Lab.Build.Texts;

// Grading a class.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string GradeTarget => "Evalúa una clase: --submissions=class --config=grading.json --out=graded";

    /// <inheritdoc />
    public override string MergeTarget =>
        "Reúne las partes de una clase calificada: --parts=part1 --parts=part2 --out=graded";

    /// <inheritdoc />
    public override string RuleWritten(string file) =>
        $"{file} contiene la regla de la propia práctica. Pon en él la fecha límite.";

    /// <inheritdoc />
    public override string ClassIsIn(string folder) =>
        $"Todo está en {folder}: grades.csv, y los comentarios para cada estudiante dentro de students.";

    /// <inheritdoc />
    public override string Progress(ClassProgress progress)
    {
        var all = progress.Done + progress.Running + progress.WaitingAlone + progress.Waiting;
        string[] parts =
        [
            $"{Number(progress.Done)} de {Number(all)} programas",
            $"{Number(progress.Running)} en marcha",
            .. progress.WaitingAlone > 0 ? new[] { $"{Number(progress.WaitingAlone)} por repetir a solas" } : [],
            .. progress.Left is { } left ? new[] { $"faltan unos {Clock(left)} min" } : [],
        ];
        return string.Join(" · ", parts);
    }

    /// <inheritdoc />
    public override string Failing(FailedStep failed) =>
        $"{Programs(failed.Programs)} {failed.Exercise.Id} {failed.Step} {StepTitle(failed.Exercise, failed.Step)}";

    /// <inheritdoc />
    public override string BadShard(string text) =>
        $"--shard={text}: una parte se escribe como 2/8, la segunda de ocho.";

    /// <inheritdoc />
    public override string BadSandbox(string text) =>
        $"--sandbox={text}: solo existe --sandbox=off. Sin él, los programas se ejecutan confinados.";

    /// <inheritdoc />
    public override string NoSuchStudents(IReadOnlyList<string> ids) =>
        $"--again: no están en esta clase: {List(ids)}.";

    /// <inheritdoc />
    public override string ConfigNeeded => "Indica dónde hay que escribir la regla: --init --config=grading.json";

    /// <inheritdoc />
    public override string PartsNeeded => "Indica qué partes hay que reunir: --parts=part1 --parts=part2";

    /// <inheritdoc />
    public override string NoClassIn(string folder, string why) =>
        $"{folder} no es la carpeta de una clase calificada: {why}.";

    /// <inheritdoc />
    public override string PartsDiffer(string one, string other) =>
        $"{one} y {other} no son partes de la misma clase, o se calificaron con reglas distintas.";

    /// <inheritdoc />
    public override string PartsMissing(IReadOnlyList<string> shards) => $"Faltan partes de la clase: {List(shards)}.";

    /// <inheritdoc />
    public override string PartTwice(string one, string other) =>
        $"{one} y {other} contienen la misma parte de la clase.";

    /// <inheritdoc />
    public override string PartIsWhole(string folder) =>
        $"--out={folder} es una de las partes. Indica otra carpeta para la clase entera.";
}
