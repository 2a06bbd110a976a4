namespace Lab.Scenarios.Clients;

/// <summary>The conversations with a client: the probe is its server.</summary>
public sealed class ClientConversations : Conversations
{
    private Timed<Silence>? _silence;

    /// <summary>The server replies at once.</summary>
    public Reply Reply => Once(ref field, () => new(this));

    /// <summary>The server replies late.</summary>
    public LateReply LateReply => Once(ref field, () => new(this));

    /// <summary>The server stays silent until the client's timeout.</summary>
    public Timed<Silence> Silence => Once(ref _silence, () => new(timeout => new(this, timeout)));

    /// <summary>The server stays silent, and the client has its default timeout.</summary>
    public Patience Patience => Once(ref field, () => new(this));

    /// <summary>The server stays silent until the default timeout has passed.</summary>
    public DefaultTimeout DefaultTimeout => Once(ref field, () => new(this));

    /// <summary>The server is at another address than the default.</summary>
    public Elsewhere Elsewhere => Once(ref field, () => new(this));

    /// <summary>The message has letters that ASCII lacks.</summary>
    public OtherMessage OtherMessage => Once(ref field, () => new(this));

    /// <summary>The reply has letters that ASCII lacks.</summary>
    public OtherReply OtherReply => Once(ref field, () => new(this));

    /// <summary>Nobody listens where the client calls.</summary>
    public Refusal Refusal => Once(ref field, () => new(this));

    /// <summary>The host's name does not exist.</summary>
    public NoSuchHost NoSuchHost => Once(ref field, () => new(this));

    /// <summary>The server closes once it has the message.</summary>
    public EarlyEnd EarlyClose =>
        Once(ref field, () => new(this, Situation.ServerCloses, mustSaySo: false, connection => connection.Close()));

    /// <summary>The server resets the connection once it has the message.</summary>
    public EarlyEnd Reset =>
        Once(
            ref field,
            () => new(this, Situation.ServerResets, mustSaySo: true, connection => Task.Run(connection.Reset))
        );

    /// <summary>The reply comes in three segments.</summary>
    public SegmentedReply Segments =>
        Once(
            ref field,
            () => new(this, Situation.ReplyInSegments, "one two three", bytes => [bytes / 3, bytes * 2 / 3])
        );

    /// <summary>The reply comes in two segments, and the cut is in the middle of a character.</summary>
    public SegmentedReply SplitCharacter =>
        Once(ref field, () => new(this, Situation.SplitCharacter, "señor", _ => [3]));

    /// <summary>The server keeps the connection open after its reply.</summary>
    public OpenReply OpenReply => Once(ref field, () => new(this));

    /// <summary>The message and the reply are long.</summary>
    public LongReply LongReply => Once(ref field, () => new(this));

    /// <inheritdoc />
    protected override IEnumerable<Conversation> InOrder => [Patience, Silence.First, Reply, LateReply];

    /// <inheritdoc />
    public override async Task<IReadOnlyList<string>> UsualLines()
    {
        await Patience.Settles.Seen;
        return Patience.UsualLines;
    }
}
