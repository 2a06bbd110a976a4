using Lab.Harness;
using Lab.Scenarios.Clients;

namespace Lab.Scenarios;

/// <summary>Exercise 1: the client. The probe is its server.</summary>
[ClientExercise("Ex1")]
public sealed class Ex1Client(ClientConversations all) : ExerciseScenarios
{
    [Step("1", Situation.ServerReplies)]
    public Task<Observation> Opens_a_tcp_connection() => all.Reply.Opens.Seen;

    [Step("2", Situation.ServerSilentOneSecond, Needs = "3 5")]
    public Task<Observation> Gives_up_after_its_timeout() => all.Silence.Ends();

    [Step("2", Situation.ServerSilentByDefault, Needs = "3 5")]
    public Task<Observation> Waits_longer_by_default() => all.Patience.StillWaits.Seen;

    [Step("2", Situation.ServerSilentUntilDefault, Needs = "3 5", IsLong = true)]
    public Task<Observation> Gives_up_after_its_default_timeout() => all.DefaultTimeout.Ends.Seen;

    [Step("3", Situation.ServerElsewhere, Needs = "1")]
    public Task<Observation> Connects_to_host_and_port() => all.Elsewhere.Connects.Seen;

    [Step("3", Situation.ServerSilentByDefault, Needs = "1", NeedsHook = true)]
    public Task<Observation> Connects_there_without_a_timeout() => all.Patience.ConnectsThere.Seen;

    [Step("3", Situation.NoSuchHost, Needs = "1", NeedsHook = true)]
    public Task<Observation> Connects_to_no_other_host() => all.NoSuchHost.ConnectsNowhere.Seen;

    [Step("4", Situation.PlainMessage, Needs = "3")]
    public Task<Observation> Sends_the_message() => all.Reply.Sends.Seen;

    [Step("4", Situation.MessageBeyondAscii, Needs = "3")]
    public Task<Observation> Sends_the_message_in_utf8() => all.OtherMessage.Sends.Seen;

    [Step("5", Situation.LateReply, Needs = "3", NeedsHook = true)]
    public Task<Observation> Waits_for_the_reply() => all.LateReply.Waits.Seen;

    [Step("5", Situation.ReplyBeyondAscii, Needs = "3")]
    public Task<Observation> Receives_the_whole_reply() => all.OtherReply.Receives.Seen;

    [Step("5", Situation.ServerReplies, Needs = "4")]
    public Task<Observation> Notices_the_end_of_the_reply() => all.Reply.NoticesEnd.Seen;

    [Step("5", Situation.ServerCloses, Needs = "4")]
    public Task<Observation> Notices_the_end() => all.EarlyClose.NoticesEnd.Seen;

    [Step("6", Situation.LateReplyDiffers, Needs = "5")]
    public Task<Observation> Shows_the_reply() => all.LateReply.Shows.Seen;

    [Step("6", Situation.ReplyBeyondAscii, Needs = "5")]
    public Task<Observation> Shows_the_reply_decoded() => all.OtherReply.Shows.Seen;

    [Step("7", Situation.ServerSilentUntilTimeout, Needs = "2")]
    public Task<Observation> Handles_the_timeout() => all.Silence.First.SaysSo.Seen;

    [Step("7", Situation.NobodyListens, Needs = "3")]
    public Task<Observation> Handles_a_refused_connection() => all.Refusal.Ends.Seen;

    [Step("7", Situation.ServerResets, Needs = "4 5")]
    public Task<Observation> Handles_a_reset() => all.Reset.Ends.Seen;

    [Step("7", Situation.ServerCloses, Needs = "4 5")]
    public Task<Observation> Handles_an_early_close() => all.EarlyClose.Ends.Seen;

    [Step("7", Situation.NoSuchHost, Needs = "3")]
    public Task<Observation> Handles_an_unknown_host() => all.NoSuchHost.Ends.Seen;

    [Step("8", Situation.ServerReplies, Needs = "5 7", NeedsHook = true)]
    public Task<Observation> Closes_after_the_reply() => all.Reply.Closes.Seen;

    [Step("8", Situation.ServerSilentUntilTimeout, Needs = "2 7", NeedsHook = true)]
    public async Task<Observation> Closes_after_the_timeout() => await (await all.Silence.LongEnough()).Closes.Seen;

    [Step("8", Situation.NobodyListens, Needs = "3 7", NeedsHook = true)]
    public Task<Observation> Closes_after_a_refusal() => all.Refusal.LeavesNothingOpen.Seen;

    [Step("8", Situation.ServerResets, Needs = "4 5 7", NeedsHook = true)]
    public Task<Observation> Closes_after_a_reset() => all.Reset.LeavesNothingOpen.Seen;

    [Step("8", Situation.ServerCloses, Needs = "4 5 7", NeedsHook = true)]
    public Task<Observation> Closes_after_an_early_close() => all.EarlyClose.LeavesNothingOpen.Seen;

    [Step("8", Situation.NoSuchHost, Needs = "3 7", NeedsHook = true)]
    public Task<Observation> Closes_without_a_host() => all.NoSuchHost.LeavesNothingOpen.Seen;

    [GoingFurther("segments", Situation.ReplyInSegments)]
    public Task<Observation> Reads_a_reply_in_segments() => all.Segments.Shows.Seen;

    [GoingFurther("split-character", Situation.SplitCharacter)]
    public Task<Observation> Reads_a_split_character() => all.SplitCharacter.Shows.Seen;

    [GoingFurther("open-connection", Situation.ServerStays)]
    public Task<Observation> Shows_a_reply_before_the_end() => all.OpenReply.Shows.Seen;

    [GoingFurther("long-reply", Situation.LongReply)]
    public Task<Observation> Reads_a_long_reply() => all.LongReply.Shows.Seen;
}
