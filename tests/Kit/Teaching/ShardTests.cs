using Lab.Build;
using Lab.Build.Teaching.Grading;
using Lab.Build.Teaching.Submissions;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>The parts of a class.</summary>
public sealed class ShardTests
{
    private static readonly Student[] _class = [.. Enumerable.Range(1, 200).Select(id => new Student($"s{id}", "Ana"))];

    [Test]
    public void Each_student_is_in_one_part_and_no_part_is_much_larger_than_the_others()
    {
        var parts = Enumerable.Range(1, 8).Select(number => Shard.Read($"{number}/8")).ToList();

        Assert.That(_class.Select(student => parts.Count(part => part.Has(student))), Is.All.EqualTo(1));
        Assert.That(parts.Select(part => _class.Count(part.Has)), Is.All.InRange(12, 40));
    }

    [Test]
    public void The_part_of_a_student_and_the_seed_of_a_check_are_the_same_on_every_machine()
    {
        var student = new Student("ana", "Ana");
        var check = new ClassCheck(student, new SubmittedProgram(Exercise.EchoServer), []);

        Assert.That(Enumerable.Range(1, 8).Single(number => new Shard(number, 8).Has(student)), Is.EqualTo(3));
        Assert.That(check.Seed, Is.EqualTo(6841));
    }

    [TestCase("0/8")]
    [TestCase("9/8")]
    [TestCase("2")]
    [TestCase("-1/8")]
    [TestCase("a/b")]
    [TestCase("1/2/3")]
    [TestCase("")]
    public void Another_text_is_refused(string text) =>
        Assert.That(
            () => Shard.Read(text),
            Throws.TypeOf<RefusedException>().With.Property("Refusal").EqualTo(new GradeRefusal.BadShard(text))
        );
}
