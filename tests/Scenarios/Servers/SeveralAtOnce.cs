using Lab.Harness;

namespace Lab.Scenarios.Servers;

/// <summary>
/// Several clients hold their connections at once: first two, then eight in many rounds, then thirty.
/// </summary>
/// <param name="all">The conversations of the check.</param>
public sealed class SeveralAtOnce(ServerConversations all) : ServerConversation(all)
{
    private const int Crowd = 8;
    private const int Rounds = 30;
    private const int LeastRounds = 10;
    private const int Holding = 30;

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

    private Connection _first = null!;
    private Connection _second = null!;

    /// <summary>A second client is served while the first stays silent.</summary>
    public Look ServesSecond { get; } = new();

    /// <summary>
    /// The first client is served when it finally sends its message, and each client has received its own message.
    /// </summary>
    public Look ServesFirst { get; } = new();

    /// <summary>Eight clients at once receive their own messages, in every round.</summary>
    public Look MixesNothingUp { get; } = new();

    /// <summary>One more client is served while thirty hold their connections.</summary>
    public Look ServesOneMore { get; } = new();

    private byte[] Early => Utf8(Words("from the first"));

    private byte[] Late => Utf8(Words("from the 2nd"));

    /// <inheritdoc />
    public override Situation Situation => Situation.SeveralAtOnce;

    /// <inheritdoc />
    protected override async Task<Observation> Play()
    {
        if (await Serve(watch: Watch.Turns) is { IsHeld: false } deaf)
            return deaf;
        if (ServesSecond.Take(await ServeSecond()) is { IsHeld: false } ignored)
            return ignored;
        if (ServesFirst.Take(await ServeFirst()) is { IsHeld: false } forgotten)
            return forgotten;
        if (MixesNothingUp.Take(await ServeCrowds()) is { IsHeld: false } mixed)
            return mixed;
        return ServesOneMore.Take(await ServeOneMore());
    }

    // The kernel completes the second connection in any case (backlog), so only an echo proves that the client is
    // served.
    private async Task<Observation> ServeSecond()
    {
        if (await CallNext() is { IsHeld: false } first)
            return first;
        _first = Client;
        if (await CallNext() is { IsHeld: false } second)
            return second;
        _second = Client;
        await _second.Send(Late);
        return await Server.Answers(_second, Late, 2);
    }

    private async Task<Observation> ServeFirst()
    {
        await _first.Send(Early);
        if (await Server.Sends(_first, Early) is { IsHeld: false } other)
            return other;
        // Any extra bytes have arrived by the time the server has closed.
        await Leave(_first);
        await Leave(_second);
        return await Server.HasSentOnly(_first, Early) is { IsHeld: false } more
            ? more
            : await Server.HasSentOnly(_second, Late);
    }

    private async Task<Observation> ServeCrowds()
    {
        var begin = Timeline.Now;
        // A short backlog costs seconds in each round: the kernel drops connections that do not fit, and they are tried
        // again.
        for (var round = 0; round < Rounds && (round < LeastRounds || Timeline.Now - begin < _longest); round++)
        {
            // The kernel may hold back a client's bytes for seconds if the backlog is short.
            if (await ServeCrowd(round) is { IsHeld: false } failed)
                return failed.InDoubt();
        }
        return Observation.Holds;
    }

    private async Task<Observation> ServeCrowd(int round)
    {
        var clients = new List<(Connection Connection, byte[] Message)>();
        for (var number = 1; number <= Crowd; number++)
        {
            if (await Call(new Actor(Role.Client, number)) is { IsHeld: false } refused)
                return refused;
            // The messages have different lengths, and none is longer than the smallest buffer that anybody uses.
            clients.Add((Client, Utf8(Words($"round {round}, client {number}: ") + new string('x', number * 25))));
        }
        await Task.WhenAll(clients.Select(client => client.Connection.Send(client.Message)));
        // A thread pool has few threads at first, so a client that has its echo closes and frees its thread for the
        // next one.
        var all = await Task.WhenAll(clients.Select(client => GetsItsOwn(client.Connection, client.Message)));
        return all.FirstOrDefault(one => !one.IsHeld, Observation.Holds);
    }

    private async Task<Observation> GetsItsOwn(Connection client, byte[] message)
    {
        var gets = await Server.Sends(client, message);
        // A dying server shows different signs in random order, so its end is reported instead. Wrong bytes are always
        // reported.
        if (gets.Failure is { Verdict: not (Verdict.WrongBytes or Verdict.ExtraBytes) })
            gets = await Server.GoesOn(client) is { IsHeld: false } over ? over : gets;
        if (gets.IsHeld)
            await client.Close();
        return gets;
    }

    private async Task<Observation> ServeOneMore()
    {
        var taken = Server.Hook.Accepted;
        for (var number = 1; number <= Holding + 1; number++)
        {
            if (await Call(new Actor(Role.Client, number)) is { IsHeld: false } refused)
                return refused;
        }
        await Client.Send(Utf8(Line));
        return await Server.Answers(Client, Utf8(Line), taken + Holding + 1);
    }
}
