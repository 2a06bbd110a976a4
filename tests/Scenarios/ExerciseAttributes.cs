using System.Reflection;
using Lab.Scenarios.Clients;
using Lab.Scenarios.Servers;
using NUnit.Framework;

namespace Lab.Scenarios;

/// <summary>Connects a class of scenarios with its exercise.</summary>
/// <param name="id">The exercise's id, such as <c>Ex1</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ExerciseAttribute(string id) : Attribute
{
    /// <summary>The exercise's id.</summary>
    public string Id => id;

    /// <summary>The attribute of a class of scenarios.</summary>
    public static ExerciseAttribute Of(Type type) =>
        type.GetCustomAttribute<ExerciseAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} belongs to no exercise.");

    /// <summary>The class that holds the scenarios of an exercise.</summary>
    /// <param name="id">The exercise's id.</param>
    public static Type FixtureOf(string id) =>
        typeof(ExerciseAttribute)
            .Assembly.GetTypes()
            .Single(type => type.GetCustomAttribute<ExerciseAttribute>()?.Id == id);

    /// <summary>The id that a step has in this exercise.</summary>
    /// <param name="role">The step's role, or its id.</param>
    public virtual string StepId(string role) => role;

    /// <summary>New conversations, which the scenarios of one check look at.</summary>
    public abstract Conversations Converse();
}

/// <summary>An exercise whose program is a client.</summary>
/// <param name="id">Its id.</param>
public sealed class ClientExerciseAttribute(string id) : ExerciseAttribute(id)
{
    /// <inheritdoc />
    public override ClientConversations Converse() => new();
}

/// <summary>An exercise whose program is a server. It defines the ids of the steps.</summary>
/// <param name="id">Its id.</param>
public sealed class ServerExerciseAttribute(string id) : ExerciseAttribute(id)
{
    /// <summary>The step that receives the message.</summary>
    public required string Receive { get; init; }

    /// <summary>The step that shows the message.</summary>
    public required string Show { get; init; }

    /// <summary>The step that sends the message back.</summary>
    public required string Send { get; init; }

    /// <summary>The step that closes the client's socket.</summary>
    public required string Close { get; init; }

    /// <summary>The step that handles exceptions.</summary>
    public required string Handle { get; init; }

    /// <summary>The step that closes the server's socket.</summary>
    public required string Stop { get; init; }

    /// <summary>Whether the server serves several clients at once.</summary>
    public bool IsThreaded { get; init; }

    /// <inheritdoc />
    public override string StepId(string role) =>
        role switch
        {
            ServerSteps.Receive => Receive,
            ServerSteps.Show => Show,
            ServerSteps.Send => Send,
            ServerSteps.Close => Close,
            ServerSteps.Handle => Handle,
            ServerSteps.Stop => Stop,
            _ => role,
        };

    /// <inheritdoc />
    public override ServerConversations Converse() => new(this);
}
