using Lab.Build.Texts;

namespace Lab.Build.Arguments;

/// <summary>What is wrong with the way in which the kit was called: a closed set, phrased by the language.</summary>
public abstract record WrongUse
{
    private WrongUse() { }

    /// <summary>The sentence about it.</summary>
    public abstract string PhrasedIn(Catalogue words);

    /// <summary>There is no argument with this name.</summary>
    public sealed record Unknown(string Name) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.UnknownArgument(Name, KitArgument.All);
    }

    /// <summary>The target does not take this argument.</summary>
    /// <param name="Name">The argument as it was typed.</param>
    /// <param name="Argument">The argument.</param>
    /// <param name="Target">The target.</param>
    public sealed record Misplaced(string Name, Argument Argument, string Target) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.MisplacedArgument(Name, Target, Argument.Targets);
    }

    /// <summary>An argument lacks its value, or a switch has one.</summary>
    /// <param name="Name">The argument as it was typed.</param>
    /// <param name="Argument">The argument.</param>
    public sealed record Mistyped(string Name, Argument Argument) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.MistypedArgument(Name, Argument.IsSwitch);
    }

    /// <summary>More than one of --program, --solution and --command.</summary>
    public sealed record SeveralPrograms : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.OnlyOneProgram;
    }

    /// <summary>No result can be written to a file of this kind.</summary>
    public sealed record UnknownOutput(string File) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.UnknownOutput(File);
    }

    /// <summary>There is no such exercise.</summary>
    public sealed record NoSuchExercise(string Text) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.NoSuchExercise(Text);
    }

    /// <summary>The exercise has no such step.</summary>
    public sealed record NoSuchStep(Exercise Exercise, string Id) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.NoSuchStep(Exercise, Id);
    }

    /// <summary>This is no port.</summary>
    public sealed record BadPort(string Text) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.BadPort(Text);
    }

    /// <summary>This is no seed.</summary>
    public sealed record BadSeed(string Text) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.BadSeed(Text);
    }

    /// <summary>Netcat needs a port.</summary>
    public sealed record NoPort : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.NetcatNeedsPort;
    }

    /// <summary>This cannot be the name of a host.</summary>
    public sealed record NoHost(string Text) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.NetcatNoHost(Text);
    }

    /// <summary>Watching makes sense only where somebody watches.</summary>
    public sealed record NoTerminal : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.WatchNeedsTerminal;
    }

    /// <summary>A program of the demonstration is missing.</summary>
    public sealed record DemoWithout(string Program) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.DemoNeeds(Program);
    }

    /// <summary>A program of the demonstration does not compile.</summary>
    public sealed record DemoNotCompiled(Exercise Exercise) : WrongUse
    {
        /// <inheritdoc />
        public override string PhrasedIn(Catalogue words) => words.DemoCannotCompile(Exercise);
    }
}

/// <summary>The kit was called in a way that makes no sense.</summary>
/// <param name="what">What is wrong.</param>
public sealed class WrongUseException(WrongUse what) : Exception($"{what}")
{
    /// <summary>What is wrong.</summary>
    public WrongUse What { get; } = what;
}
