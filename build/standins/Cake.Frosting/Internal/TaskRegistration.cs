using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Adds the tasks to the engine.</summary>
internal sealed class TaskRegistration(
    ICakeEngine engine,
    IFrostingContext context,
    ICakeLog log,
    IEnumerable<IFrostingTask> tasks
)
{
    public void RegisterAll()
    {
        foreach (var task in tasks)
        {
            Register(task, task.GetType());
        }
    }

    private void Register(IFrostingTask task, Type type)
    {
        var name = type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;
        log.Debug("Registering task: {0}", name);
        var wanted = ContextOf(type);
        if (!wanted.IsInstanceOfType(context))
        {
            log.Warning("Task cannot be used since the context isn't convertible to {0}.", wanted.FullName);
            return;
        }

        var registered = engine.RegisterTask(name).Does(task.RunAsync);
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } text)
        {
            registered.Description(text.Description);
        }
    }

    // Only the class directly above is looked at, as in the real package. Any other task is accepted, and is cast when
    // it runs.
    private static Type ContextOf(Type task) =>
        task.BaseType is { IsConstructedGenericType: true } type
        && (IsOf(type, typeof(FrostingTask<>)) || IsOf(type, typeof(AsyncFrostingTask<>)))
            ? type.GenericTypeArguments[0]
            : typeof(ICakeContext);

    private static bool IsOf(Type type, Type definition) => type.GetGenericTypeDefinition() == definition;
}
