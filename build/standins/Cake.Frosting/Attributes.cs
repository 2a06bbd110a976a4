namespace Cake.Frosting;

/// <summary>Gives a task a name. Without it, the task has the name of its class.</summary>
/// <param name="name">The name, as the command line uses it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>Says what a task does.</summary>
/// <param name="description">The text that the list of tasks shows.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>The text.</summary>
    public string Description { get; } = description;
}
