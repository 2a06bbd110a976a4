using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Texts;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A student of a made-up class.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Expected">
/// For each exercise the state in <c>grades.csv</c>, with <c>+</c> for all its points, <c>~</c> for some, and <c>-</c> for
/// none.
/// </param>
/// <param name="HandIn">Hands in the student's work.</param>
internal sealed record MadeUpStudent(string Id, string Name, string Expected, Func<Desk, Task> HandIn)
{
    /// <summary>The folder, for the roster. Null if the id tells it.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the teacher must hear of something odd.</summary>
    public bool IsOdd { get; init; }
}

/// <summary>A class in which a teacher meets everything at once: honest, late, lost, broken and hostile work.</summary>
internal static class MadeUpClass
{
    /// <summary>The student whose programs try to escape in every way that the tests know.</summary>
    public const string Escaper = "olga";

    /// <summary>The student who rewrites the history after the first collection.</summary>
    public const string Rewrites = "felix";

    // It has no common divisor with the numbers of known programs, so a large class has all of them.
    private const int Stride = 7;

    private const string AllRight = "graded+ graded+ graded+";
    private const string OneWrong = "graded- graded+ graded+";

    /// <summary>The students.</summary>
    public static IReadOnlyList<MadeUpStudent> Students { get; } =
    [
        new("ana", "Ana Vega", AllRight, desk => desk.Commit(desk.Right)),
        new("bea", "Bea Soler", AllRight, desk => desk.Commit(exercise => desk.Own(OtherRight(exercise)))),
        new("carl", "Carl Ruiz", "graded+ graded- graded-", desk => desk.Commit(exercise => Wrong(desk, exercise))),
        new("dora", "Dora Gil", "graded+ graded+ graded~", CommitsOneLate),
        new("emma", "Emma Sanz", AllRight, CommitsBackdated) { IsOdd = true },
        new(Rewrites, "Félix Peña", AllRight, desk => desk.Commit(desk.Right)) { IsOdd = true },
        new("gema", "Gema Ortiz", "graded+ notFound notFound", desk => desk.Commit(Only(desk, Exercise.Client))),
        new("hugo", "Hugo Marín", AllRight, desk => desk.Commit(desk.Right, day: _ => -2)),
        new("iris", "Iris Bravo", AllRight, desk => desk.Commit(desk.Right, path: Elsewhere)),
        new("jon", "Jon Etxeberria", "commitsUnknown+ commitsUnknown+ commitsUnknown+", desk => Zip(desk, 12345)),
        new("kira", "Kira Núñez", AllRight, CommitsToBare),
        new("leo", "Leo Pardo", OneWrong, desk => desk.Commit(Instead(desk, "Console.WriteLine(\"hello\""))),
        new("mara", "Mara Cano", OneWrong, desk => desk.Commit(Instead(desk, "Thread.Sleep(-1);"))),
        new("nico", "Nico Rey", "empty- empty- empty-", MakesFolder),
        new("noa1", "Noa García Gil", "commitsUnknown+ commitsUnknown+ commitsUnknown+", desk => Zip(desk, 101))
        {
            Folder = "Noa García Gil_101_assignsubmission_file_",
        },
        new("noa2", "Noa García Gil", "commitsUnknown+ commitsUnknown+ commitsUnknown+", desk => Zip(desk, 102))
        {
            Folder = "Noa García Gil_102_assignsubmission_file_",
        },
        new(Escaper, "Olga Prieto", OneWrong, desk => desk.Commit(Instead(desk, Escape(desk, "TriesEverything")))),
        new("paco", "Paco Lara", OneWrong, desk => desk.Commit(Instead(desk, Escape(desk, "LeavesProcesses")))),
        new("quim", "Quim Ferrer", OneWrong, desk => desk.Commit(Instead(desk, Escape(desk, "ForgesResults")))),
        new("rita", "Rita Vidal", OneWrong, desk => desk.Commit(Instead(desk, Escape(desk, "BombsWithProcesses")))),
        new("saul", "Saúl Mora", OneWrong, desk => desk.Commit(Instead(desk, Escape(desk, "HoldsMemory")))),
        new("tina", "Tina Rojas", OneWrong, desk => desk.Commit(Instead(desk, "while (true) { }"))),
        new("ugo", "Ugo Blasco", AllRight, BringsProjectFiles),
        new("vera", "Vera Lobo", AllRight, SetsTraps),
        new("wim", "Wim Castro", "notAFile graded+ graded+", Links),
        new("xavi", "Xavi Pons", AllRight, CommitsHugeFile),
        new("yago", "Yago Ibáñez", "onlyStarter- onlyStarter- onlyStarter-", desk => desk.Commit(StarterOf)),
        new("zoe", "Zoe Durán", "excused- excused- excused-", desk => desk.Commit(desk.Right)),
        new("aldo", "Aldo Nieto", "notSubmitted- notSubmitted- notSubmitted-", _ => Task.CompletedTask),
        new(
            "berta",
            "Berta Sáez",
            "nothingInTime- nothingInTime- nothingInTime-",
            desk => desk.Commit(desk.Right, day: _ => -30)
        ),
    ];

    /// <summary>The roster.</summary>
    public static string Roster =>
        string.Concat(
            Students
                .Select(student => $"{student.Id};{student.Name};{student.Folder};{(student.IsOdd ? "es" : "en")}\n")
                .Prepend("id;full name;folder;lang\n")
        );

    /// <summary>The rule.</summary>
    public static string Rule =>
        $$"""
            {
              "deadline": "{{Iso(0)}}",
              "givenOut": "{{Iso(14)}}",
              "late": { "until": "{{Iso(-7)}}", "factor": 0.5 },
              "extensions": { "hugo": "{{Iso(-3)}}" },
              "excused": [ "zoe" ]
            }
            """;

    /// <summary>The command that the traps in repositories and project files run.</summary>
    public static string TrapOf(ClassFolder folder) => $"touch '{folder.At("ran")}'";

    /// <summary>Makes what the class has handed in, and something that belongs to nobody.</summary>
    public static async Task HandIn(ClassFolder folder)
    {
        foreach (var student in Students)
            await student.HandIn(new(folder, student.Id));
        folder.Write($"stranger/{ClassFolder.KitPath(Exercise.Client)}", ClassFolder.Right(Exercise.Client));
    }

    /// <summary>Does what a student does who has pushed with force.</summary>
    public static async Task Rewrite(ClassFolder folder)
    {
        Directory.Delete(Writable(folder.At(Rewrites)), recursive: true);
        var desk = new Desk(folder, Rewrites);
        await desk.Commit(exercise => desk.Right(exercise) + "// again\n");
    }

    /// <summary>Makes a class of any size, in which every other program is right.</summary>
    public static async Task HandIn(ClassFolder folder, int students)
    {
        var known = KnownPrograms.All.ToLookup(program => (program.Exercise, IsRight: program.Next is null));
        foreach (var number in Enumerable.Range(0, students))
        {
            var desk = new Desk(folder, $"s{number:000}");
            await desk.Commit(exercise =>
            {
                List<KnownProgram> programs = [.. known[(exercise, (number + exercise.StepIds.Count) % 2 == 0)]];
                return desk.Own(programs[number * Stride % programs.Count].Source);
            });
        }
    }

    private static string Iso(double days) => $"{Desk.Before(days):yyyy-MM-ddTHH:mmzzz}";

    private static string Writable(string path)
    {
        Repository.MakeRemovable(path);
        return path;
    }

    private static string OtherRight(Exercise exercise) =>
        File.ReadAllText(KnownPrograms.Right.First(right => right.Exercise == exercise).File);

    private static string Wrong(Desk desk, Exercise exercise) =>
        exercise == Exercise.Client
            ? desk.Right(exercise)
            : desk.Own(KnownPrograms.Representatives.First(wrong => wrong.Exercise == exercise).Source());

    private static string Escape(Desk desk, string program) =>
        Escapes.SourceOf(program, desk.Class.At($"ana/{ClassFolder.KitPath(Exercise.Client)}"), mark: desk.Class.Path);

    private static string StarterOf(Exercise exercise) => Starter.TextOf(exercise, new English());

    private static string Elsewhere(Exercise exercise) =>
        exercise.Kind switch
        {
            ExerciseKind.Client => "practica/cliente/Main.cs",
            ExerciseKind.EchoServer => "practica/servidor-eco/Servidor.cs",
            _ => "practica/servidor-multihilo/Servidor.cs",
        };

    private static Func<Exercise, string?> Only(Desk desk, Exercise only) =>
        exercise => exercise == only ? desk.Right(exercise) : null;

    private static Func<Exercise, string?> Instead(Desk desk, string client) =>
        exercise => exercise == Exercise.Client ? desk.Own(client) : desk.Right(exercise);

    private static Task<Repository> CommitsOneLate(Desk desk) =>
        desk.Commit(desk.Right, day: exercise => exercise == Exercise.ThreadedServer ? -1 : 1);

    // The last commit claims a day before the first one.
    private static Task<Repository> CommitsBackdated(Desk desk) =>
        desk.Commit(desk.Right, day: exercise => exercise == Exercise.ThreadedServer ? 9 : 1);

    private static Task MakesFolder(Desk desk)
    {
        Directory.CreateDirectory(desk.Place());
        return Task.CompletedTask;
    }

    private static Task Zip(Desk desk, int number)
    {
        var name = Students.Single(student => desk.Place() == desk.Class.At(student.Id)).Name;
        desk.Class.Zip(
            $"{name}_{number}_assignsubmission_file_.zip",
            Exercise.All.Select(exercise => (ClassFolder.KitPath(exercise), desk.Right(exercise)))
        );
        return Task.CompletedTask;
    }

    private static async Task CommitsToBare(Desk desk)
    {
        using var repository = await desk.Commit(desk.Right);
        await repository.Git("clone", "-q", "--bare", ".", desk.Place(".git"));
        Directory.Delete(Writable(desk.Place()), recursive: true);
    }

    private static async Task BringsProjectFiles(Desk desk)
    {
        var repository = await desk.Commit(desk.Right);
        var targets = $"""
            <Project>
              <Target Name="Trap" BeforeTargets="Restore;Build;CoreCompile"><Exec Command="{TrapOf(
                desk.Class
            )}" /></Target>
            </Project>
            """;
        repository.Write("Directory.Build.targets", targets);
        repository.Write($"exercises/{Exercise.Client.Folder}/{Exercise.Client.Folder}.csproj", targets);
        repository.Write(
            $"exercises/{Exercise.Client.Folder}/.editorconfig",
            "[*.cs]\ndotnet_diagnostic.CS0168.severity = error\n"
        );
        await repository.CommitAt(Desk.Before(0.5));
    }

    private static async Task SetsTraps(Desk desk)
    {
        var repository = await desk.Commit(desk.Right);
        await repository.SetTraps(TrapOf(desk.Class), Desk.Before(0.5));
        File.Delete(desk.Class.At("ran"));
    }

    private static async Task Links(Desk desk)
    {
        var repository = await desk.Commit(exercise => exercise == Exercise.Client ? null : desk.Right(exercise));
        var client = ClassFolder.KitPath(Exercise.Client);
        await repository.Link(client, $"../../../ana/{client}");
        await repository.GitAt(Desk.Before(0.5), Desk.Before(0.5), "commit", "-q", "-m", "Link");
    }

    private static async Task CommitsHugeFile(Desk desk)
    {
        var repository = await desk.Commit(desk.Right);
        await using (var huge = File.Create(Path.Combine(repository.Path, "data.bin")))
            huge.SetLength(200_000_000);
        await repository.Git("-c", "core.looseCompression=1", "add", ".");
        await repository.CommitAt(Desk.Before(0.5));
        File.Delete(Path.Combine(repository.Path, "data.bin"));
    }
}
