namespace Lab.Build.Texts;

// A class: for teachers alone.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string CollectTarget =>
        "Anota cuándo se vieron por primera vez los commits de una clase: --submissions=class --out=graded";

    /// <inheritdoc />
    public override string SubmissionsNeeded => "Indica dónde están las entregas: --submissions=class";

    /// <inheritdoc />
    public override string OutFolderNeeded => "Indica en qué carpeta se guarda todo lo de la clase: --out=graded";

    /// <inheritdoc />
    public override string NotFolder(string file) =>
        $"--out={file}: todo lo de una clase se guarda en una carpeta, y esto es el nombre de un archivo.";

    /// <inheritdoc />
    public override string NoSuchFolder(string folder) => $"--submissions={folder}: no existe esa carpeta.";

    /// <inheritdoc />
    public override string DamagedWitnesses(string file, string why) =>
        $"No se puede leer {file}, y se queda como está. Arréglalo, o muévelo a otro sitio para empezar de nuevo sin lo visto hasta ahora. {why}";

    /// <inheritdoc />
    public override string CollectedRepositories(int repositories, int heads) =>
        repositories == 1
            ? $"1 repositorio, {Number(heads)} con un último commit nuevo."
            : $"{Number(repositories)} repositorios, {Number(heads)} con un último commit nuevo.";

    /// <inheritdoc />
    public override string CollectedCommits(int commits) =>
        commits == 1
            ? "Se ha visto por primera vez 1 commit que cambia un programa."
            : $"Se han visto por primera vez {Number(commits)} commits que cambian un programa.";

    /// <inheritdoc />
    public override string CollectedRewritten(IReadOnlyList<string> submissions) =>
        $"Reescritos desde entonces, de modo que faltan commits que ya se vieron: {List(submissions)}.";

    /// <inheritdoc />
    public override string CollectedWithoutGit(IReadOnlyList<string> submissions) =>
        $"Sin git, así que no se sabe nada de los commits: {List(submissions)}.";

    /// <inheritdoc />
    public override string CollectedNotRead(IReadOnlyList<string> submissions) =>
        $"Ilegibles, y por eso no se han tenido en cuenta: {List(submissions)}.";

    /// <inheritdoc />
    public override string WitnessesWritten(string file) => $"{file} guarda lo que se ha visto, y cuándo.";

    /// <inheritdoc />
    public override string NoSuchRoster(string file) => $"--roster={file}: no existe ese archivo.";

    /// <inheritdoc />
    public override string RosterWithoutColumns(string file, IReadOnlyList<string> headings) =>
        $"--roster={file}: la primera línea tiene que nombrar las columnas, y una de ellas tiene que ser id o nombre. Nombra estas: {List(headings)}.";

    /// <inheritdoc />
    public override string SameStudent(string file, string id) =>
        $"--roster={file}: hay dos estudiantes con el id {id}.";

    /// <inheritdoc />
    public override string RosterLanguage(string file, string student, string code, IReadOnlyList<string> known) =>
        $"--roster={file}: el idioma de {student} es {code}, y el kit habla {List(known)}.";
}
