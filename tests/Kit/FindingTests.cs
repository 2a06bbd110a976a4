using System.Text;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Tests the decisions that follow from a finding alone: whether a busy machine may be the reason, and how to see it
/// again.
/// </summary>
public sealed class FindingTests
{
    private static readonly Finding _leftOpen = new(Verdict.ProcessEnded, Awaited.ClosedBeforeExit);

    [TestCase(Verdict.ProcessEnded, Awaited.Text)]
    [TestCase(Verdict.WrongBytes, Awaited.Text)]
    [TestCase(Verdict.ProcessEnded, Awaited.Message)]
    [TestCase(Verdict.ProcessEnded, Awaited.WaitsForBytes)]
    public void A_program_that_has_ended_by_itself_says_nothing_more(Verdict verdict, Awaited awaited)
    {
        var finding = new Finding(verdict, awaited);

        Assert.That((finding with { Program = Ended(exitCode: 0) }).IsAbsence, Is.False);
        Assert.That((finding with { Program = Ended(exitCode: null) }).IsAbsence, "its output may still come");
    }

    [TestCase(false, Symptom.NeverAccepted)]
    [TestCase(true, Symptom.AcceptedOnly)]
    [TestCase(null, Symptom.NothingCame)]
    public void I_say_of_a_connection_only_what_is_known(bool? isAccepted, Symptom symptom)
    {
        var finding = new Finding(Verdict.NeverServed, Awaited.Served) { IsAccepted = isAccepted };

        Assert.That(Symptoms.Of(finding, Role.Server), Is.EqualTo(symptom));
    }

    [TestCase(Awaited.Served, Cause.ThreadsWait)]
    [TestCase(Awaited.Thread, Cause.ReceiveNeverReached)]
    public void A_client_that_was_accepted_only_waits_for_a_lock_or_for_a_thread(Awaited awaited, Cause cause)
    {
        var finding = new Finding(Verdict.NeverServed, awaited) { IsAccepted = true };

        Assert.That(Diagnosis.Of(Exercise.ThreadedServer, "5b", finding, isCommand: true).Cause, Is.EqualTo(cause));
    }

    [TestCase(Verdict.Silent, "", Symptom.NothingPrinted)]
    [TestCase(Verdict.Silent, "hello?", Symptom.TextNotPrinted)]
    [TestCase(Verdict.ProcessEnded, "", Symptom.EndedWithoutPrinting)]
    [TestCase(Verdict.ProcessEnded, "hello?", Symptom.EndedWithoutText)]
    public void A_program_that_has_printed_is_not_said_to_have_printed_nothing(
        Verdict verdict,
        string printed,
        Symptom symptom
    )
    {
        var finding = new Finding(verdict, Awaited.Text) { ReceivedBytes = Encoding.UTF8.GetBytes(printed) };

        Assert.That(Symptoms.Of(finding, Role.Server), Is.EqualTo(symptom));
    }

    private static ProgramState Ended(int? exitCode) => new(Running: false, exitCode, null, []);

    [TestCase("Ex1", "Connect: ConnectionRefused", SeeIt.ClientAlone)]
    [TestCase("Ex1", "Receive: TimedOut", SeeIt.ListenByNetcat)]
    [TestCase("Ex2", "Bind: AddressAlreadyInUse", SeeIt.ServerTwice)]
    [TestCase("Ex2", "Accept: TimedOut", SeeIt.CallByNetcat)]
    [TestCase("Ex2", "Connect: ConnectionRefused", SeeIt.CallByNetcat, Role.Client)]
    public void I_can_see_it_again_in_the_same_way(string id, string failure, SeeIt way, Role? other = null)
    {
        var exercise = Exercise.All.Single(one => one.Id == id);
        var started = new Entry(1, TimeSpan.Zero, new(exercise.Role), Happening.Start);
        var failed = new Entry(2, TimeSpan.Zero, new(other ?? exercise.Role), Happening.Fail) { Note = failure };
        var finding = _leftOpen with { Timeline = [started, failed] };

        Assert.That(Diagnosis.Of(exercise, "8", finding, isCommand: false).SeeIt, Is.EqualTo(way));
    }

    [TestCase("Ex1", Awaited.EndsAfterTimeout, SeeIt.SayNothing)]
    [TestCase("Ex1", Awaited.StillWaits, SeeIt.SayNothingByDefault)]
    [TestCase("Ex1", Awaited.Bytes, SeeIt.ListenByNetcat)]
    [TestCase("Ex2", Awaited.EndsAfterTimeout, SeeIt.CallNobody)]
    [TestCase("Ex2", Awaited.StillWaits, SeeIt.CallNobodyByDefault)]
    [TestCase("Ex2", Awaited.Bound, SeeIt.ListSockets)]
    [TestCase("Ex2", Awaited.Close, SeeIt.WatchNetcatEnd)]
    [TestCase("Ex2", Awaited.Served, SeeIt.CallAgain, "6")]
    [TestCase("Ex3", Awaited.GoesOn, SeeIt.CallAgain, "7")]
    [TestCase("Ex3", Awaited.Served, SeeIt.CallBesideAnother, "5b")]
    [TestCase("Ex3", Awaited.Bytes, SeeIt.CallBesideAnother, "6")]
    [TestCase("Ex2", Awaited.Bytes, SeeIt.CallByNetcat, "5b")]
    public void What_I_do_to_see_it_fits_what_was_awaited(string id, Awaited awaited, SeeIt way, string step = "1")
    {
        var exercise = Exercise.All.Single(one => one.Id == id);
        var finding = new Finding(Verdict.Silent, awaited);

        Assert.That(Diagnosis.Of(exercise, step, finding, isCommand: false).SeeIt, Is.EqualTo(way));
    }

    [TestCase(99_999, DifferenceKind.CutShort, 1)]
    [TestCase(100_000, DifferenceKind.Other, 0)]
    [TestCase(100_002, DifferenceKind.AddedBehind, 2)]
    public void Bytes_that_were_not_kept_count_as_well(int came, DifferenceKind kind, int count)
    {
        var finding = new Finding(Verdict.WrongBytes, Awaited.Bytes)
        {
            ExpectedBytes = new Bytes("hei"u8, 100_000),
            ReceivedBytes = new Bytes("hei"u8, came),
        };

        Assert.That(Difference.Between(finding), Is.EqualTo(new Difference(kind, 3, count)));
    }
}
