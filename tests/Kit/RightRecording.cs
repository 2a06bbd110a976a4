using System.Text.Encodings.Web;
using System.Text.Json;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Drawing;
using Lab.Build.Results;
using Lab.Harness;
using Lab.Scenarios;
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
    public static Task WriteAll() => Task.WhenAll(Exercise.All.Select(Write));

    private static async Task Write(Exercise exercise)
    {
        var solution = new Source.CSharp(KitFolder.ProgramOf(exercise, solution: true));
        var result = await Check.Run(
            new CheckRequest(exercise, solution, Seed) { FullWait = Exercise.DefaultTimeout },
            new Progress<CheckProgress>(),
            CancellationToken.None
        );
        var recorded = result with
        {
            Program = result.Program with { Files = [] },
            Conversations = [.. result.Conversations, .. await LoneResets(exercise, solution.Path)],
        };
        Directory.CreateDirectory(Path.GetDirectoryName(RightProgram.FileOf(exercise))!);
        await File.WriteAllTextAsync(RightProgram.FileOf(exercise), recorded.ToJson().ToJsonString(_options) + "\n");
    }

    // A check plays these only if a server does not survive all kinds of resets together.
    private static async Task<IEnumerable<ConversationRecord>> LoneResets(Exercise exercise, string path)
    {
        if (ExerciseAttribute.Of(ExerciseAttribute.FixtureOf(exercise.Id)) is not ServerExerciseAttribute server)
            return [];
        await using var workspace = new Workspace(CancellationToken.None);
        var (subject, _) = await workspace.Compile(ProgramFiles.Of(path), exercise.Id, KitFolder.Hook);
        var all = server.Converse();
        all.Setup = new(subject!, Task.FromResult<Subject?>(null), Seed);
        var kinds = Enum.GetValues<ResetKind>().Where(kind => server.IsThreaded || kind != ResetKind.BesideAnother);
        Resets[] resets = [.. kinds.Select(kind => new Resets(all, [kind]))];
        foreach (var one in resets)
            one.Begin();
        await Task.WhenAll(resets.Select(one => one.Played));
        return resets.Select(ConversationRecord.Of);
    }
}
