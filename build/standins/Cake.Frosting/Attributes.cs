namespace Cake.Frosting;

/// <summary>Names a task, which otherwise goes by the name of its class.</summary>
/// <param name="name">The name, as the command line uses it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;
}

/// <summary>Says what a task does.</summary>
/// <param name="description">The text that the list of tasks shows.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>Gets the text.</summary>
    public string Description { get; } = description;
}

/// <summary>Makes another task run before this one.</summary>
/// <param name="type">The class of the other task.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute
{
    /// <summary>Gets the class of the task that runs first.</summary>
    public Type Task { get; } = type;
}

/// <summary>Makes this task run before another one.</summary>
/// <param name="type">The class of the other task.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    /// <summary>Gets the class of the task that runs afterwards.</summary>
    public Type Task { get; } = type;
}

/// <summary>Lets a run go on after a failure of the task.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute;
