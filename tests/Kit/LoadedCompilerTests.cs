using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The compiler that a process has loaded does what the compiler's command does.</summary>
public sealed class LoadedCompilerTests
{
    private static readonly (string Name, byte[] Source)[] _bad =
    [
        .. new (string Name, string Source)[]
        {
            ("a letter missing", "Console.Writeline(1);"),
            ("no semicolon, and an unknown name", "int a = 1\nb = 2;"),
            ("two errors of one stage", "int a = \"1\";\nstring b = 2;"),
            ("errors of two stages", "Missing x; int a = \"1\"; class A : B { }"),
            ("no Main", "class A { }"),
            ("two Mains", "class A { static void Main() { } } class B { static void Main() { } }"),
            ("a line named otherwise", "#line 7 \"Other.cs\"\nint a = \"1\";"),
            ("an error of its own", "#error not yet\n"),
            ("unsafe code", "unsafe { int* a = null; }"),
            ("a name of the kit's own file", "class System { }"),
        }.Select(one => (one.Name, Encoding.UTF8.GetBytes(one.Source))),
        ("no UTF-8", Encoding.Latin1.GetBytes("string ñandú = 1;")),
        ("UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("string ñandú = 1;")]),
        ("nothing but zeros", new byte[100]),
        ("no text", [0xFF, 0, 0, 0xFE, 0, 0]),
    ];

    private static IEnumerable<TestCaseData> Bad =>
        _bad.Select(one => new TestCaseData(one.Source) { TestName = $"Errors_are_those_of_the_command({one.Name})" });

    [TestCaseSource(nameof(Bad))]
    public async Task Errors_are_those_of_the_command(byte[] source)
    {
        using var folder = new TemporaryFolder();
        await AssertSameErrors(folder, source, "en");
        await AssertSameErrors(folder, source, "es");
    }

    [Test]
    public async Task A_program_does_the_same()
    {
        const string Source = """
            using System.Diagnostics;
            Debug.Assert(args.Length == 1);
            Console.WriteLine($"ñ {args[0]} {new StackTrace(true).GetFrame(0)!.GetFileLineNumber()}");
            Console.WriteLine(typeof(Program).Assembly.FullName);
            #line 20 "Elsewhere.cs"
            Other.Fail();
            """;
        using var folder = new TemporaryFolder();
        string[] files =
        [
            folder.Write("Program.cs", Source),
            folder.Write(
                "Other.cs",
                "class Other { public static void Fail() => throw new InvalidOperationException(); }"
            ),
        ];

        var command = await Compiler.Compile(files, "One", Sub(folder, "command"), default);
        var loaded = await LoadedCompiler.Compile(files, "One", Sub(folder, "loaded"), default);

        Assert.That(await Run(loaded.Assembly), Is.EqualTo(await Run(command.Assembly)));
        Assert.That(
            await Run(loaded.Assembly),
            Does.Contain("ñ word 3").And.Contain("Other.cs:line 1").And.Contain("Elsewhere.cs:line 20")
        );
    }

    [Test]
    public async Task Many_are_compiled_at_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Program.cs", "Console.Write(1);");

        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number => LoadedCompiler.Compile([file], "One", Sub(folder, $"{number}"), default))
        );

        Assert.That(made.SelectMany(one => one.Errors), Is.Empty);
        Assert.That(await Run(made[^1].Assembly), Does.StartWith("0\n1"));
    }

    [Test]
    public void A_disk_that_cannot_be_written_to_is_no_error_of_the_program()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Program.cs", "Console.Write(1);");
        // A folder stands where the assembly belongs.
        Directory.CreateDirectory(Path.Combine(folder.Path, "One.dll"));

        Assert.That(
            async () => await LoadedCompiler.Compile([file], "One", folder.Path, default),
            Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>()
        );
    }

    [Test]
    public void It_can_be_given_up()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("Program.cs", "Console.Write(1);");

        Assert.That(
            async () => await LoadedCompiler.Compile([file], "One", folder.Path, new(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    private static async Task AssertSameErrors(TemporaryFolder folder, byte[] source, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var file = Path.Combine(folder.Path, "Program.cs");
        await File.WriteAllBytesAsync(file, source);
        var output = Sub(folder, language);

        var command = await Compiler.Compile([file], "One", output, default);
        var loaded = await LoadedCompiler.Compile([file], "One", output, default);

        Assert.That(command.Errors, Is.Not.Empty);
        Assert.That(loaded.Errors, Is.EqualTo(command.Errors));
    }

    private static string Sub(TemporaryFolder folder, string name) =>
        Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;

    private static async Task<string> Run(string assembly)
    {
        var run = await Cli.Wrap(Compiler.Dotnet)
            .WithArguments([assembly, "word"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Encoding.UTF8, Encoding.UTF8);
        return $"{run.ExitCode}\n{run.StandardOutput}\n{run.StandardError}";
    }
}
