using System.Text.Encodings.Web;
using System.Text.Json;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
using Lab.Scenarios.Clients;
using Lab.Scenarios.Servers;

namespace Lab.Kit.Tests;

/// <summary>Records every conversation with the reference solutions, in build/Recorded: see <see cref="Beside"/>.</summary>
internal static class RightRecording
{
    private const int Seed = 4711;

    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Checks the solutions, and writes the documents.</summary>
    public static async Task WriteAll()
    {
        var checks = new List<ResultDocument>();
        // Checks beside each other would take longer, and their drawings would show it.
        foreach (var exercise in Exercise.All)
            checks.Add(await CheckSolution(exercise));
        await Task.WhenAll(checks.Select(Complete));
    }

    private static Source.CSharp SolutionOf(Exercise exercise) => new(KitFolder.ProgramOf(exercise, solution: true));

    private static Task<ResultDocument> CheckSolution(Exercise exercise) =>
        Check.Run(
            new CheckRequest(exercise, SolutionOf(exercise), Seed),
            new Progress<CheckProgress>(),
            CancellationToken.None
        );

    private static async Task Complete(ResultDocument result)
    {
        var recorded = result with
        {
            Program = result.Program with { Files = [] },
            Conversations = [.. result.Conversations, .. await Others(result.Exercise)],
        };
        var file = RightProgram.FileOf(result.Exercise);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, recorded.ToJson().ToJsonString(_options) + "\n");
    }

    // A check plays these only if it was asked to, or if a server does not survive all kinds of resets together.
    private static async Task<IEnumerable<ConversationRecord>> Others(Exercise exercise)
    {
        await using var workspace = new Workspace(CancellationToken.None);
        var sources = ProgramFiles.Of(SolutionOf(exercise).Path);
        var (subject, _) = await workspace.Compile(sources, exercise.Id, KitFolder.Hook);
        var all = ExerciseAttribute.Of(ExerciseAttribute.FixtureOf(exercise.Id)).Converse();
        all.Setup = new(subject!, Task.FromResult<Subject?>(null), Seed) { DefaultTimeout = Exercise.DefaultTimeout };
        Conversation[] others = all is ServerConversations servers
            ? [servers.DefaultTimeout, .. LoneResets(servers)]
            : [((ClientConversations)all).DefaultTimeout];
        foreach (var one in others)
            one.Begin();
        await Task.WhenAll(others.Select(one => one.Played));
        return others.Select(ConversationRecord.Of);
    }

    /// <summary>The conversations in which clients reset their connections in one way only.</summary>
    public static IEnumerable<Resets> LoneResets(ServerConversations all) =>
        Enum.GetValues<ResetKind>()
            .Where(kind => all.Exercise.IsThreaded || kind != ResetKind.BesideAnother)
            .Select(kind => new Resets(all, [kind]));
}
