using System.Collections.Concurrent;
using Lab.Build.Results;
using Lab.Scenarios;

namespace Lab.Build.Drawing;

/// <summary>The recorded conversations with the reference solution of an exercise.</summary>
/// <param name="recorded">The result of its check.</param>
public sealed class RightProgram(ResultDocument recorded)
{
    private static readonly ConcurrentDictionary<Exercise, RightProgram?> _all = new();

    /// <summary>The seed of the recorded check.</summary>
    public int Seed => recorded.Seed;

    /// <summary>The file with the recorded result of an exercise.</summary>
    public static string FileOf(Exercise exercise) =>
        Path.Combine(KitFolder.Root, "build", "Recorded", exercise.Id + ".json");

    /// <summary>The right program of an exercise. Null if none is recorded.</summary>
    public static RightProgram? Of(Exercise exercise) => _all.GetOrAdd(exercise, Read);

    /// <summary>The conversation in which this happens. Null if it is not recorded.</summary>
    public ConversationRecord? Conversation(Situation situation) =>
        recorded.Conversations.FirstOrDefault(one => one.Situation == situation);

    private static RightProgram? Read(Exercise exercise) =>
        File.Exists(FileOf(exercise)) ? new(DocumentFormat.Read(File.ReadAllText(FileOf(exercise)))) : null;
}
