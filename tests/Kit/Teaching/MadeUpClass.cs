using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Teaching.Submissions;
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

    /// <summary>The oddity that the teacher must hear of. Null if there is none.</summary>
    public OddityKind? Odd { get; init; }

    /// <summary>Whether the client is an attack that runs.</summary>
    public bool IsHostile { get; init; }

    /// <summary>The language of the feedback.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>A class in which a teacher meets everything at once: honest, late, lost, broken and hostile work.</summary>
internal static class MadeUpClass
{
    /// <summary>The student whose programs try to escape in every way that the tests know.</summary>
    public const string Escaper = "olga";

    /// <summary>The student who rewrites the history after the first collection.</summary>
    public const string Rewrites = "felix";

    private const string AllRight = "graded+ graded+ graded+";
    private const string Started = "graded+ graded- graded-";
    private const string StartedWithoutGit = "commitsUnknown+ graded- graded-";
    private const string NothingRight = "graded- graded- graded-";

    /// <summary>The students.</summary>
    public static IReadOnlyList<MadeUpStudent> Students { get; } =
    [
        new("ana", "Ana Vega", AllRight, desk => desk.Commit(desk.Right)),
        new("bea", "Bea Soler", AllRight, desk => desk.Commit(exercise => desk.Own(OtherRight(exercise)))),
        new("carl", "Carl Ruiz", "graded+ graded- graded-", desk => desk.Commit(exercise => Wrong(desk, exercise))),
        new("dora", "Dora Gil", "graded+ graded+ graded~", CommitsOneLate),
        new("emma", "Emma Sanz", Started, CommitsBackdated) { Odd = OddityKind.BeforeParent },
        new(Rewrites, "Félix Peña", Started, desk => desk.Commit(desk.Started))
        {
            Odd = OddityKind.Rewritten,
            Language = "es",
        },
        new("gema", "Gema Ortiz", "graded+ notFound notFound", desk => desk.Commit(Only(desk, Exercise.Client))),
        new("hugo", "Hugo Marín", Started, desk => desk.Commit(desk.Started, day: _ => -2)),
        new("iris", "Iris Bravo", AllRight, desk => desk.Commit(desk.Right, path: Elsewhere)),
        new("jon", "Jon Etxeberria", StartedWithoutGit, desk => Zip(desk, 12345)),
        new("kira", "Kira Núñez", Started, CommitsToBare),
        new("leo", "Leo Pardo", NothingRight, desk => desk.Commit(Instead(desk, "Console.WriteLine(\"hello\""))),
        new("mara", "Mara Cano", NothingRight, desk => desk.Commit(Instead(desk, "Thread.Sleep(-1);"))),
        new("nico", "Nico Rey", "empty- empty- empty-", MakesFolder),
        new("noa1", "Noa García Gil", StartedWithoutGit, desk => Zip(desk, 101))
        {
            Folder = "Noa García Gil_101_assignsubmission_file_",
        },
        new("noa2", "Noa García Gil", StartedWithoutGit, desk => Zip(desk, 102))
        {
            Folder = "Noa García Gil_102_assignsubmission_file_",
        },
        new(Escaper, "Olga Prieto", NothingRight, desk => desk.Commit(Instead(desk, Escape(desk, "TriesEverything"))))
        {
            IsHostile = true,
        },
        new("paco", "Paco Lara", NothingRight, desk => desk.Commit(Instead(desk, Escape(desk, "LeavesProcesses"))))
        {
            IsHostile = true,
        },
        new("quim", "Quim Ferrer", NothingRight, desk => desk.Commit(Instead(desk, Escape(desk, "ForgesResults"))))
        {
            IsHostile = true,
        },
        new("rita", "Rita Vidal", NothingRight, desk => desk.Commit(Instead(desk, Escape(desk, "BombsWithProcesses"))))
        {
            IsHostile = true,
        },
        new("saul", "Saúl Mora", NothingRight, desk => desk.Commit(Instead(desk, Escape(desk, "HoldsMemory"))))
        {
            IsHostile = true,
        },
        new("tina", "Tina Rojas", NothingRight, desk => desk.Commit(Instead(desk, "while (true) { }")))
        {
            IsHostile = true,
        },
        new("ugo", "Ugo Blasco", Started, BringsProjectFiles),
        new("vera", "Vera Lobo", Started, SetsTraps),
        new("wim", "Wim Castro", "notAFile graded- graded-", Links),
        new("xavi", "Xavi Pons", Started, CommitsHugeFile),
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
                .Select(student => $"{student.Id};{student.Name};{student.Folder};{student.Language}\n")
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
        await desk.Commit(exercise => desk.Started(exercise) + "// again\n");
    }

    /// <summary>Makes a class of any size, in which every other program is right.</summary>
    public static async Task HandInSome(ClassFolder folder, int students)
    {
        var known = KnownPrograms.All.ToLookup(program => (program.Exercise, IsRight: program.Next is null));
        foreach (var number in Enumerable.Range(0, students))
        {
            var desk = new Desk(folder, $"s{number:000}");
            await desk.Commit(exercise =>
            {
                List<KnownProgram> programs = [.. known[(exercise, (number + exercise.StepIds.Count) % 2 == 0)]];
                return desk.Own(programs[number / 2 % programs.Count].Source);
            });
        }
    }

    /// <summary>Makes a class that hands in every known program but the starters, which nobody checks.</summary>
    /// <returns>The programs, with the ids of their students.</returns>
    public static async Task<IReadOnlyList<(string Student, KnownProgram Program)>> HandInEach(ClassFolder folder)
    {
        var known = KnownPrograms
            .All.Where(program => !Starter.IsStarter(program.Exercise, program.Source))
            .ToLookup(program => program.Exercise);
        var handed = new List<(string, KnownProgram)>();
        foreach (var number in Enumerable.Range(0, known.Max(programs => programs.Count())))
        {
            var desk = new Desk(folder, $"s{number:000}");
            await desk.Commit(exercise =>
            {
                if (known[exercise].ElementAtOrDefault(number) is not { } program)
                    return null;
                handed.Add((desk.Id, program));
                return program.Source;
            });
        }
        return handed;
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
        exercise => exercise == Exercise.Client ? desk.Own(client) : desk.Started(exercise);

    private static Task<Repository> CommitsOneLate(Desk desk) =>
        desk.Commit(desk.Right, day: exercise => exercise == Exercise.ThreadedServer ? -1 : 1);

    // The last commit claims a day before the first one.
    private static Task<Repository> CommitsBackdated(Desk desk) =>
        desk.Commit(desk.Started, day: exercise => exercise == Exercise.ThreadedServer ? 9 : 1);

    private static Task MakesFolder(Desk desk)
    {
        Directory.CreateDirectory(desk.Place());
        return Task.CompletedTask;
    }

    private static Task Zip(Desk desk, int number)
    {
        var name = Students.Single(student => student.Id == desk.Id).Name;
        desk.Class.Zip(
            $"{name}_{number}_assignsubmission_file_.zip",
            Exercise.All.Select(exercise => (ClassFolder.KitPath(exercise), desk.Started(exercise)))
        );
        return Task.CompletedTask;
    }

    private static async Task CommitsToBare(Desk desk)
    {
        using var repository = await desk.Commit(desk.Started);
        await repository.Git("clone", "-q", "--bare", ".", desk.Place(".git"));
        Directory.Delete(Writable(desk.Place()), recursive: true);
    }

    private static async Task BringsProjectFiles(Desk desk)
    {
        var repository = await desk.Commit(desk.Started);
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
        var repository = await desk.Commit(desk.Started);
        await repository.SetTraps(TrapOf(desk.Class), Desk.Before(0.5));
        File.Delete(desk.Class.At("ran"));
    }

    private static async Task Links(Desk desk)
    {
        var repository = await desk.Commit(exercise => exercise == Exercise.Client ? null : desk.Started(exercise));
        var client = ClassFolder.KitPath(Exercise.Client);
        await repository.Link(client, $"../../../ana/{client}");
        await repository.GitAt(Desk.Before(0.5), Desk.Before(0.5), "commit", "-q", "-m", "Link");
    }

    private static async Task CommitsHugeFile(Desk desk)
    {
        var repository = await desk.Commit(desk.Started);
        await using (var huge = File.Create(Path.Combine(repository.Path, "data.bin")))
            huge.SetLength(200_000_000);
        await repository.Git("-c", "core.looseCompression=1", "add", ".");
        await repository.CommitAt(Desk.Before(0.5));
        File.Delete(Path.Combine(repository.Path, "data.bin"));
    }
}
