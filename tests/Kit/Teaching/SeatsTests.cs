using Lab.Build.Teaching.Grading;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>Who runs side by side, and who runs alone.</summary>
public sealed class SeatsTests
{
    private static readonly CancellationToken _never = CancellationToken.None;

    [Test]
    public async Task No_more_run_than_there_are_seats()
    {
        var seats = new Seats(2);
        var first = await seats.Enter(_never);
        using var second = await seats.Enter(_never);

        var third = seats.Enter(_never);

        Assert.That(third.IsCompleted, Is.False);
        first.Dispose();
        (await third).Dispose();
    }

    [Test]
    public async Task Whoever_is_alone_has_waited_until_the_others_have_left_and_lets_nobody_in()
    {
        var seats = new Seats(2);
        var doubtful = await seats.Enter(_never);
        var other = await seats.Enter(_never);

        var alone = doubtful.Alone(_never);

        Assert.That((alone.IsCompleted, seats.WaitingAlone), Is.EqualTo((false, 1)));
        other.Dispose();
        var turn = await alone;
        var next = seats.Enter(_never);
        Assert.That(next.IsCompleted, Is.False, "nobody comes in");
        turn.Dispose();
        (await next).Dispose();
    }

    [Test]
    public async Task The_others_go_on_until_several_wait_to_be_alone()
    {
        var seats = new Seats(1);
        var doubtful = await seats.Enter(_never);
        var next = seats.Enter(_never);
        var last = seats.Enter(_never);

        var alone = doubtful.Alone(_never);

        var running = await next;
        Assert.That(alone.IsCompleted, Is.False, "one alone is no batch as long as others wait for a seat");
        running.Dispose();
        (await last).Dispose();
        (await alone).Dispose();
    }

    [Test]
    public async Task Whoever_gives_up_keeps_nobody_waiting()
    {
        var seats = new Seats(1);
        using var dead = new CancellationTokenSource();
        var first = await seats.Enter(_never);
        var second = seats.Enter(_never);
        var alone = first.Alone(dead.Token);
        var running = await second;

        await dead.CancelAsync();

        running.Dispose();
        Assert.That(async () => await alone, Throws.InstanceOf<OperationCanceledException>());
        (await seats.Enter(_never)).Dispose();
    }

    [Test]
    public async Task Those_who_must_be_alone_run_one_after_the_other()
    {
        var seats = new Seats(2);
        var one = await seats.Enter(_never);
        var two = await seats.Enter(_never);
        var first = one.Alone(_never);
        var second = two.Alone(_never);

        var turn = await first;

        Assert.That(second.IsCompleted, Is.False);
        turn.Dispose();
        (await second).Dispose();
    }
}
