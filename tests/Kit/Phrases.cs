using System.Net;
using System.Reflection;
using Lab.Build;
using Lab.Build.Arguments;
using Lab.Build.Diagnosing;
using Lab.Build.Guidance;
using Lab.Build.Results;
using Lab.Build.Teaching.Grading;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Kit.Tests;

/// <summary>A phrase of a language: a member of the catalogue with arguments.</summary>
/// <param name="Member">The member.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record Phrase(MethodInfo Member, IReadOnlyList<object> Arguments)
{
    private static readonly Dictionary<Type, object> _examples = new()
    {
        [typeof(string)] = "example",
        [typeof(int)] = 2,
        [typeof(long)] = 2L,
        [typeof(bool)] = true,
        [typeof(char)] = 'c',
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(65),
        [typeof(IReadOnlyList<string>)] = new[] { "one", "two" },
        [typeof(IPEndPoint)] = new IPEndPoint(IPAddress.Loopback, 9000),
        [typeof(Actor)] = new Actor(Role.Client, 2),
        [typeof(HandoutFlaw)] = new HandoutFlaw.HoldsSolution("build/Notes.md", "text"),
        [typeof(DocumentFlaw)] = DocumentFlaw.NotJson,
        [typeof(SandboxObstacle)] = SandboxObstacle.AppArmor,
        [typeof(Exercise)] = Exercise.EchoServer,
        [typeof(ClassProgress)] = new ClassProgress(3, 2, 1, 4) { Left = TimeSpan.FromSeconds(65) },
        [typeof(FailedStep)] = new FailedStep(Exercise.EchoServer, "5d", 2),
        [typeof(Argument)] = KitArgument.Port,
        [typeof(IReadOnlyList<Argument>)] = new Argument[] { KitArgument.Port, KitArgument.Host },
        [typeof(Hint)] = new Hint(Exercise.EchoServer, "3", 1, 2, "text"),
        [typeof(ResultDocument)] = new ResultDocument(
            Exercise.EchoServer,
            new("Program.cs", ProgramLanguage.CSharp),
            1,
            4711
        ),
        [typeof(Details)] = new Details(Role.Server, TimeSpan.FromSeconds(2))
        {
            Place = "127.0.0.1:9000",
            FoundPlace = "0.0.0.0:9000",
            Due = TimeSpan.FromSeconds(1),
            Received = 5,
            Offset = 3,
            Surplus = 2,
            Crash = new("System.Exception", "bad", "Program.cs:3"),
            Connection = ConnectionState.Open,
            Program = ProgramStanding.Exited,
            ExitCode = 1,
        },
    };

    /// <summary>Every phrase that a language must have, with each member of each closed set.</summary>
    public static IEnumerable<Phrase> All =>
        from member in typeof(Catalogue).GetMethods()
        where member.IsAbstract && member.ReturnType == typeof(string)
        orderby member.Name, member.GetParameters().FirstOrDefault()?.ParameterType.Name
        from arguments in Combinations(member.GetParameters())
        select new Phrase(member, arguments);

    /// <summary>An argument of this type.</summary>
    public static object ExampleOf(Type type) => _examples[type];

    /// <summary>The same phrase, with the names of its parameters in brackets as its texts.</summary>
    public Phrase WithMarkedTexts() =>
        this with
        {
            Arguments =
            [
                .. Member
                    .GetParameters()
                    .Zip(Arguments, (parameter, value) => value is "example" ? $"⟦{parameter.Name}⟧" : value),
            ],
        };

    /// <summary>The phrase in a language.</summary>
    public string In(Catalogue language) => (string)Member.Invoke(language, [.. Arguments])!;

    /// <inheritdoc />
    public override string ToString() =>
        Member.Name.Replace("get_", "", StringComparison.Ordinal)
        + string.Concat(
            Arguments
                .Select(one => one as Enum ?? (one as Difference)?.Kind)
                .Select(code => code is null ? "" : $" {code}")
        );

    private static IEnumerable<IReadOnlyList<object>> Combinations(ParameterInfo[] parameters) =>
        parameters.Length == 0
            ?
            [
                [],
            ]
            : from first in ExamplesOf(parameters[0])
            from rest in Combinations(parameters[1..])
            select (IReadOnlyList<object>)[first, .. rest];

    private static IEnumerable<object> ExamplesOf(ParameterInfo parameter) =>
        parameter.ParameterType is { IsEnum: true } codes ? Enum.GetValues(codes).Cast<object>()
        : parameter.Name == "id" ? ["3"]
        : parameter.ParameterType == typeof(Difference)
            ? Enum.GetValues<DifferenceKind>().Select(kind => new Difference(kind, 3, 2))
        : [ExampleOf(parameter.ParameterType)];
}
