using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using Lab.Build.Texts;
using Lab.Build.Views;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>What follows from a finding by itself: whether the clock may be to blame, and how to see it again.</summary>
public sealed class FindingTests
{
    private static readonly Finding _leftOpen = new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit);

    [Test]
    public void What_a_program_leaves_open_at_its_exit_is_certain() => Assert.That(_leftOpen.IsAbsence, Is.False);

    [Test]
    public void A_close_that_is_looked_for_on_the_wire_may_come_late() =>
        Assert.That((_leftOpen with { Connection = ConnectionState.Open }).IsAbsence);

    [TestCase("Ex1", "Connect: ConnectionRefused", "while nobody listens")]
    [TestCase("Ex1", "Receive: TimedOut", "nc -l 9000")]
    [TestCase("Ex2", "Bind: AddressAlreadyInUse", "start your server twice")]
    [TestCase("Ex2", "Accept: TimedOut", "nc 127.0.0.1 9000")]
    public void I_can_see_it_again_in_the_same_way(string exercise, string failure, string way)
    {
        var failed = new Entry(1, TimeSpan.Zero, Actor.Server, Happening.Fail) { Note = failure };
        var step = new StepResult("8", StepStatus.Failed) { Finding = _leftOpen with { Timeline = [failed] } };
        var result = new ResultDocument(
            Exercise.All.Single(one => one.Id == exercise),
            new CheckedProgram("Program.cs", ProgramLanguage.CSharp),
            1,
            1
        );

        Assert.That(Catalogue.Current.SeeIt(Facts.Of(result, step)), Does.Contain(way));
    }
}
