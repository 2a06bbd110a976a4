using System.Reflection;
using Lab.Build;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
using Lab.Scenarios.Servers;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests that every conversation is recorded with a right program, and that students may have the record.</summary>
public sealed class RightRecordingTests
{
    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void Every_conversation_is_recorded_with_the_right_program(Exercise exercise)
    {
        var right = RightProgram.Of(exercise);

        Assert.That(right, Is.Not.Null);
        Assert.That(
            SituationsOf(exercise).Where(situation => right!.Conversation(situation) is null),
            Is.Empty,
            "README says how they are recorded"
        );
    }

    [TestCaseSource(typeof(Exercise), nameof(Exercise.All))]
    public void A_recorded_right_program_shows_no_source_and_no_path(Exercise exercise)
    {
        var text = File.ReadAllText(RightProgram.FileOf(exercise));
        var document = DocumentFormat.Read(text);
        var lines = File.ReadAllLines(KitFolder.ProgramOf(exercise, solution: true))
            .Select(line => line.Trim())
            .Where(line => line.Length > 25);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Outcome, Is.EqualTo(Outcome.Passed));
            Assert.That(document.Program.Files, Is.Empty);
            Assert.That(lines.Where(line => text.Contains(line, StringComparison.Ordinal)), Is.Empty);
            Assert.That(text, Does.Not.Contain(KitFolder.Root).And.Not.Contain(Path.GetTempPath()));
            Assert.That(new FileInfo(RightProgram.FileOf(exercise)).Length, Is.LessThan(200_000));
        }
    }

    [Test]
    [Explicit("It checks the solutions, with their real timeout of 300 seconds.")]
    public Task Record() => RightRecording.WriteAll();

    private static IEnumerable<Situation> SituationsOf(Exercise exercise)
    {
        var all = ExerciseAttribute.Of(ExerciseAttribute.FixtureOf(exercise.Id)).Converse();
        all.Setup = new(new("", "", "", null, "", default), Task.FromResult<Subject?>(null), 1);
        var conversations = all.GetType()
            .GetProperties()
            .Where(property => IsOf(exercise, property))
            .Select(property => property.GetValue(all))
            .Select(value =>
                value as Conversation ?? value?.GetType().GetProperty("First")?.GetValue(value) as Conversation
            );
        var resets = all is ServerConversations servers ? RightRecording.LoneResets(servers) : [];
        return conversations.Concat(resets).OfType<Conversation>().Select(one => one.Situation);
    }

    // Only a threaded server has several clients at once.
    private static bool IsOf(Exercise exercise, PropertyInfo property) =>
        exercise != Exercise.EchoServer
        || property.Name
            is not (
                nameof(ServerConversations.SilentClient)
                or nameof(ServerConversations.SeveralAtOnce)
                or nameof(ServerConversations.Acceptance)
            );
}
