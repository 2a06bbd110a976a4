using Cake.Core;

namespace Lab.Build.Arguments;

/// <summary>The given arguments. Each of them is known, belongs to the target, and can be read.</summary>
public sealed class GivenArguments
{
    private const string TargetName = "target";

    private readonly ICakeArguments _given;

    /// <summary>Checks all arguments, so that no target starts with arguments that make no sense.</summary>
    /// <exception cref="RefusedException">An argument makes no sense.</exception>
    public GivenArguments(ICakeArguments given)
    {
        _given = given;
        RefuseUnknownTargets();
        RefuseMisplaced();
        RefuseMistyped();
        if (new Argument[] { KitArgument.Program, KitArgument.Command, KitArgument.Solution }.Count(IsGiven) > 1)
            throw new RefusedException(new Refusal.SeveralPrograms());
        foreach (var argument in KitArgument.All)
            argument.Verify(ValuesOf(argument));
    }

    /// <summary>The value of an argument.</summary>
    public T Get<T>(Argument<T> argument) => argument.Read(ValuesOf(argument));

    private string[] Targets =>
        _given.HasArgument(TargetName) ? [.. _given.GetArguments(TargetName)] : [Target.Default];

    private void RefuseUnknownTargets()
    {
        if (Targets.FirstOrDefault(target => !Target.All.Any(known => Is(known, target))) is { } unknown)
            throw new RefusedException(
                Target.ForTeachers.Any(known => Is(known, unknown))
                    ? new Refusal.NotForStudents($"--{TargetName}={unknown}")
                    : new Refusal.NoSuchTarget(unknown)
            );
    }

    // An argument that no target reads must not be ignored silently.
    private void RefuseMisplaced()
    {
        foreach (var name in _given.GetArguments().Keys.Where(key => !Is(key, TargetName)))
        {
            var argument =
                Find(name)
                ?? throw new RefusedException(
                    KitArgument.ForTeachers.Any(one => Is(one.Name, name))
                        ? new Refusal.NotForStudents($"--{name}")
                        : new Refusal.UnknownArgument(name)
                );
            if (!Targets.Any(target => argument.Targets.Any(taker => Is(taker, target))))
                throw new RefusedException(new Refusal.Misplaced(name, argument, Targets[0]));
        }
    }

    // A switch with a value may have been meant to be off, and any other argument without a value is incomplete.
    private void RefuseMistyped()
    {
        foreach (var (name, values) in _given.GetArguments().Where(one => !Is(one.Key, TargetName)))
        {
            var argument = Find(name)!;
            if (!argument.MayLackValue && values.Any(value => string.IsNullOrEmpty(value) != argument.IsSwitch))
                throw new RefusedException(new Refusal.Mistyped(name, argument));
        }
    }

    private bool IsGiven(Argument argument) => _given.HasArgument(argument.Name);

    private string[] ValuesOf(Argument argument) => [.. _given.GetArguments(argument.Name)];

    private static Argument? Find(string name) => KitArgument.All.FirstOrDefault(one => Is(one.Name, name));

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
