using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Tells the engine about the tasks.</summary>
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
            log.Debug("Registering task: {0}", NameOf(task.GetType()));
            var wanted = ContextOf(task.GetType());
            if (wanted.IsInstanceOfType(context))
            {
                Register(task);
            }
            else
            {
                const string Format = "Task cannot be used since the context isn't convertible to {0}.";
                log.Warning(Format, wanted.FullName);
            }
        }
    }

    private void Register(IFrostingTask task)
    {
        var type = task.GetType();
        var builder = engine.RegisterTask(NameOf(type));
        if (
            type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description is { } text
            && !string.IsNullOrWhiteSpace(text)
        )
        {
            builder.Description(text);
        }

        AddHandlers(builder, task);
        foreach (var other in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            builder.IsDependentOn(NameOf(other.Task, "dependency"));
        }

        foreach (var other in type.GetCustomAttributes<IsDependeeOfAttribute>())
        {
            builder.IsDependeeOf(NameOf(other.Task, "reverse dependency"));
        }
    }

    // The engine takes any handler as wanted (an empty OnError would settle every failure): add what is overridden.
    private void AddHandlers(CakeTaskBuilder builder, IFrostingTask task)
    {
        var type = task.GetType();
        if (Overrides(type, RunMethodOf(type), context.GetType()))
        {
            builder.Does(task.RunAsync);
        }

        if (Overrides(type, nameof(IFrostingTask.ShouldRun), context.GetType()))
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        if (type.IsDefined(typeof(ContinueOnErrorAttribute)))
        {
            builder.ContinueOnError();
        }

        if (Overrides(type, nameof(IFrostingTask.OnError), typeof(Exception), context.GetType()))
        {
            builder.OnError(exception => task.OnError(exception, context));
        }

        if (Overrides(type, nameof(IFrostingTask.Finally), context.GetType()))
        {
            builder.Finally(() => task.Finally(context));
        }
    }

    private static bool Overrides(Type task, string method, params Type[] arguments)
    {
        var found = task.GetMethod(method, arguments)!;
        return found.GetBaseDefinition().DeclaringType != found.DeclaringType;
    }

    private static string RunMethodOf(Type task)
    {
        for (var type = task; type is not null; type = type.BaseType)
        {
            if (IsGeneric(type, typeof(FrostingTask<>)))
            {
                return nameof(FrostingTask.Run);
            }

            if (IsGeneric(type, typeof(AsyncFrostingTask<>)))
            {
                return nameof(AsyncFrostingTask.RunAsync);
            }
        }

        throw new InvalidOperationException(
            $"The task {task.Name} derives from neither FrostingTask nor AsyncFrostingTask."
        );
    }

    // Of the class directly above only, as in the real package: any other task passes and is cast when it runs.
    private static Type ContextOf(Type task) =>
        task.BaseType is { } type
        && (IsGeneric(type, typeof(FrostingTask<>)) || IsGeneric(type, typeof(AsyncFrostingTask<>)))
            ? type.GenericTypeArguments[0]
            : typeof(ICakeContext);

    private static bool IsGeneric(Type type, Type definition) =>
        type.IsConstructedGenericType && type.GetGenericTypeDefinition() == definition;

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    private static string NameOf(Type task, string relation) =>
        task.IsAssignableTo(typeof(IFrostingTask))
            ? NameOf(task)
            : throw new FrostingException($"The {relation} '{NameOf(task)}' is not a valid task.");
}
