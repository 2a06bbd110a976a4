using Lab.Build;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Teaching.Submissions;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Finds the programs of students who do not keep the kit's layout.</summary>
public sealed class ProgramFinderTests
{
    private ClassFolder _class = null!;

    [SetUp]
    public void CreateClass() => _class = new();

    [TearDown]
    public void RemoveClass() => _class.Dispose();

    [TestCase(
        "exercises/Ex1.Client/Program.cs",
        "exercises/Ex2.EchoServer/Program.cs",
        "exercises/Ex3.ThreadedServer/Program.cs"
    )]
    [TestCase(
        "lab/Exercises/ex1.client/program.cs",
        "lab/Exercises/ex2.echoserver/program.cs",
        "lab/Exercises/ex3.threadedserver/program.cs"
    )]
    [TestCase("Ex1/Program.cs", "ex2/Program.cs", "EX3/Program.cs")]
    [TestCase("Ejercicio1/Program.cs", "Ejercicio 2/Program.cs", "ejercicio_03/Program.cs")]
    [TestCase("Client/Program.cs", "EchoServer/Program.cs", "ThreadedServer/Program.cs")]
    [TestCase("src/Cliente/Program.cs", "src/ServidorEco/Program.cs", "src/ServidorMultihilo/Program.cs")]
    [TestCase("a/cliente.cs", "a/servidor.cs", "a/servidor_hilos.cs")]
    [TestCase("Server1/Program.cs", "Server2/Program.cs", "Server3/Program.cs")]
    [TestCase("one.cs", "two.cs", "three.cs")]
    [TestCase("TCP server/foo/Main.cs", "TCP server/bar/Main.cs", "TCP server/baz/Main.cs")]
    public void Programs_are_found_by_layout_by_name_and_by_content(params string[] paths)
    {
        foreach (var (exercise, path) in Exercise.All.Zip(paths))
            Write(path, ClassFolder.Right(exercise));
        Write("notes/Helper.cs", "class Helper { }");

        var read = _class.Read("ana");

        Assert.That(read.Work.Programs.Select(program => program.Path), Is.EqualTo(paths));
        Assert.That(read.Work.Programs.Select(program => program.Flaw), Is.All.Null);
    }

    [Test]
    public void The_name_of_the_project_and_of_the_nearest_folder_counts_first()
    {
        Write("servidor/p1/Ex1.Client.csproj", "<Project />");
        Write("servidor/p1/Program.cs", "// no code yet");
        Write("servidor/p1/More.cs", "// more");

        var read = _class.Read("ana");

        Assert.That(read.Of(Exercise.Client).Path, Is.EqualTo("servidor/p1/Program.cs"));
        Assert.That(read.Files[Exercise.Client], Has.Count.EqualTo(2));
        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.EqualTo(ProgramFlaw.NotFound));
    }

    [Test]
    public void An_untouched_starter_gives_way_to_a_program_elsewhere()
    {
        foreach (var exercise in Exercise.All)
            Write(ClassFolder.KitPath(exercise), Starter.TextOf(exercise, Languages.All[0]));
        Write("mine/client/Program.cs", ClassFolder.Right(Exercise.Client));

        var read = _class.Read("ana");

        Assert.That(read.Of(Exercise.Client).Path, Is.EqualTo("mine/client/Program.cs"));
        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.EqualTo(ProgramFlaw.OnlyStarter));
        Assert.That(read.Text(Exercise.EchoServer), Is.EqualTo(Starter.TextOf(Exercise.EchoServer, Languages.All[0])));
    }

    [TestCase("solutions/Ex1.Client/Program.cs")]
    [TestCase("build/Starters/es/Ex1.Client.cs")]
    [TestCase("tests/Programs/Ex1/Right.cs")]
    [TestCase("other/Starters/en/Ex1.Client.cs")]
    public void The_kits_own_programs_are_nobodys_work(string path)
    {
        Write("lab.sln", "");
        Write(path, ClassFolder.Right(Exercise.Client));

        Assert.That(_class.Read("ana").Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.NotFound));
    }

    [Test]
    public void A_program_of_one_exercise_is_not_taken_for_another()
    {
        Write(ClassFolder.KitPath(Exercise.EchoServer), ClassFolder.Right(Exercise.ThreadedServer));

        var read = _class.Read("ana");

        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.Null);
        Assert.That(read.Of(Exercise.ThreadedServer).Flaw, Is.EqualTo(ProgramFlaw.NotFound));
    }

    [Test]
    public void Two_programs_of_one_exercise_do_not_become_another_one()
    {
        Write("old/" + ClassFolder.KitPath(Exercise.EchoServer), "// first");
        Write("new/" + ClassFolder.KitPath(Exercise.EchoServer), ClassFolder.Right(Exercise.ThreadedServer));

        var read = _class.Read("ana");

        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.EqualTo(ProgramFlaw.Ambiguous));
        Assert.That(read.Of(Exercise.ThreadedServer).Flaw, Is.EqualTo(ProgramFlaw.NotFound));
    }

    [Test]
    public void What_is_not_unique_is_told_with_what_was_seen()
    {
        Write("a/ex1/Program.cs", ClassFolder.Right(Exercise.Client));
        Write("b/ex1/Program.cs", ClassFolder.Right(Exercise.Client));
        for (var number = 10; number < 40; number++)
            Write($"c/Part{number}.cs", "class Part { }");

        var read = _class.Read("ana");

        Assert.That(read.Of(Exercise.Client).Flaw, Is.EqualTo(ProgramFlaw.Ambiguous));
        Assert.That(read.Of(Exercise.Client).Seen, Is.EqualTo(["a/ex1/Program.cs", "b/ex1/Program.cs"]));
        Assert.That(read.Of(Exercise.EchoServer).Flaw, Is.EqualTo(ProgramFlaw.NotFound));
        Assert.That(read.Of(Exercise.EchoServer).Seen, Has.Count.EqualTo(20));
    }

    [Test]
    public void Comments_and_texts_do_not_make_a_program()
    {
        Write(
            "x/Program.cs",
            "// socket.Listen(1); new Thread(\nvar s = \"server.Accept()\"; new System.Net.Sockets.TcpClient(\"a\", 1).Close();"
        );

        Assert.That(_class.Read("ana").Of(Exercise.Client).Path, Is.EqualTo("x/Program.cs"));
    }

    [Test]
    [CancelAfter(20_000)]
    public void No_text_is_too_twisted_to_be_read()
    {
        Write("a/Program.cs", string.Concat(Enumerable.Repeat("/*\"\"", 40_000)));
        Write("b/Program.cs", string.Concat(Enumerable.Repeat("using [", 25_000)));
        Write("c/Program.cs", new string('(', 190_000));

        Assert.That(
            _class.Read("ana").Work.Programs.Select(program => program.Flaw),
            Is.All.EqualTo(ProgramFlaw.NotFound)
        );
    }

    [Test]
    public void Programs_in_other_languages_are_where_the_rule_says()
    {
        foreach (
            var path in new[]
            {
                "lab/ex1/main.py",
                "lab/ex1/helper.py",
                "lab/ex1/notes.txt",
                "lab/ex2/server.py",
                "lab/ex2/deep/x.py",
            }
        )
            Write(path, "# " + path);
        var others = new Dictionary<Exercise, OtherLanguage>
        {
            [Exercise.Client] = new(["ex1/main.py", "ex1/*.py"]),
            [Exercise.EchoServer] = new(["ex2/**/*.py"]),
            [Exercise.ThreadedServer] = new(["ex3/*.py"]),
        };

        var read = new SubmissionReader(others, SubmissionLimits.Default).Read(
            _class.Submission("ana"),
            ClassFolder.Window
        );

        Assert.That(read.Of(Exercise.Client).Language, Is.EqualTo(ProgramLanguage.Other));
        Assert.That(read.Files[Exercise.Client].Select(file => file.Name), Is.EqualTo(["main.py", "helper.py"]));
        Assert.That(read.Files[Exercise.EchoServer].Select(file => file.Name), Is.EqualTo(["deep/x.py", "server.py"]));
        Assert.That(read.Of(Exercise.ThreadedServer).Flaw, Is.EqualTo(ProgramFlaw.NotFound));
    }

    private void Write(string path, string text) => _class.Write("ana/" + path, text);
}
