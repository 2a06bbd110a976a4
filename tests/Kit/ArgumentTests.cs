using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using Lab.Build;
using Lab.Build.Arguments;
using Lab.Build.Tasks;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests the table of arguments, the refusals that follow from it, and README's description of it.</summary>
public sealed class ArgumentTests
{
    private static IReadOnlyList<string> Targets { get; } =
    [
        .. typeof(LabTask)
            .Assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<TaskNameAttribute>()?.Name)
            .OfType<string>(),
    ];

    [Test]
    public void Every_argument_goes_with_targets_that_there_are() =>
        Assert.That(KitArgument.All.SelectMany(argument => argument.Targets).Distinct(), Is.SubsetOf(Targets));

    [TestCaseSource(typeof(Languages), nameof(Languages.All))]
    public void Readme_lists_the_targets(Catalogue language) =>
        Assert.That(
            Rows(language, 0).SelectMany(row => row.Split('|')[1].Split(',')).Select(name => name.Trim(' ', '`')),
            Is.EquivalentTo(Targets)
        );

    [TestCaseSource(typeof(Languages), nameof(Languages.All))]
    public void Readme_lists_the_arguments(Catalogue language)
    {
        var rows = KitArgument.All.Select(argument =>
            $"| `{argument.Typed}` | {language.Takers(argument)} | {argument.Meaning(language)} |"
        );

        Assert.That(string.Join('\n', Rows(language, 1)), Is.EqualTo(string.Join('\n', rows)));
    }

    [TestCaseSource(typeof(KitArgument), nameof(KitArgument.All))]
    public void An_argument_is_taken_where_it_belongs_and_nowhere_else(Argument argument)
    {
        foreach (var target in Targets)
        {
            var wrong = RefusedBy(target, (argument.Name, argument.Example));

            if (argument.Targets.Contains(target))
                Assert.That(wrong, Is.Null, target);
            else
                Assert.That(wrong, Is.EqualTo(new Refusal.Misplaced(argument.Name, argument, target)));
        }
    }

    public static IEnumerable<Argument> Strict => KitArgument.All.Where(argument => !argument.MayLackValue);

    [TestCaseSource(nameof(Strict))]
    public void A_switch_has_no_value_and_everything_else_has_one(Argument argument) =>
        Assert.That(
            RefusedBy(argument.Targets[0], (argument.Name, argument.IsSwitch ? "no" : null)),
            Is.EqualTo(new Refusal.Mistyped(argument.Name, argument))
        );

    [Test]
    public void Everybody_is_meant_if_again_names_nobody()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given("Grade").Get(KitArgument.Again), Is.Null);
            Assert.That(Given("Grade", ("again", null)).Get(KitArgument.Again), Is.Empty);
            Assert.That(Given("Grade", ("again", "ana, bea")).Get(KitArgument.Again), Is.EqualTo(["ana", "bea"]));
        }
    }

    [Test]
    public void What_is_read_is_what_was_given()
    {
        var given = Given("Ex1", ("SEED", "12"), ("output", "a.json"), ("output", "b.json"), ("seed", "0013"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(given.Get(KitArgument.Seed), Is.EqualTo(13), "the last one");
            Assert.That(given.Get(KitArgument.Output), Is.EqualTo(["a.json", "b.json"]));
            Assert.That(given.Get(KitArgument.Program), Is.Null);
            Assert.That(given.Get(KitArgument.Solution), Is.False);
        }
    }

    [Test]
    public void What_cannot_be_read_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RefusedBy("Ex1", ("porgram", "x")), Is.EqualTo(new Refusal.UnknownArgument("porgram")));
            Assert.That(RefusedBy("Ex1", ("seed", "10000")), Is.EqualTo(new Refusal.BadSeed("10000")));
            Assert.That(RefusedBy("Netcat", ("port", "0")), Is.EqualTo(new Refusal.BadPort("0")));
            Assert.That(RefusedBy("Hint", ("exercise", "Ex4")), Is.EqualTo(new Refusal.NoSuchExercise("Ex4")));
            Assert.That(RefusedBy("Ex1", ("output", "a.txt")), Is.EqualTo(new Refusal.UnknownOutput("a.txt")));
            Assert.That(
                RefusedBy("Ex1", ("solution", null), ("program", "a.cs")),
                Is.EqualTo(new Refusal.SeveralPrograms())
            );
        }
    }

    private static Refusal? RefusedBy(string target, params (string Name, string? Value)[] arguments)
    {
        try
        {
            Given(target, arguments);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private static GivenArguments Given(string target, params (string Name, string? Value)[] arguments) =>
        new(
            new CakeArguments(
                arguments
                    .Append(("target", target))
                    .ToLookup(one => one.Item1, one => one.Item2 ?? "", StringComparer.OrdinalIgnoreCase)
            )
        );

    // The rows of one of README's tables. They follow a heading and a line of dashes.
    private static IEnumerable<string> Rows(Catalogue language, int table)
    {
        IEnumerable<string> lines = File.ReadAllLines(Path.Combine(KitFolder.Root, language.KitReadMe));
        for (; ; table--)
        {
            lines = lines.SkipWhile(line => !line.StartsWith('|'));
            if (table == 0)
                return lines.Skip(2).TakeWhile(line => line.StartsWith('|'));
            lines = lines.SkipWhile(line => line.StartsWith('|'));
        }
    }
}
