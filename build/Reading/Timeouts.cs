using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with the timeout.</summary>
internal static class Timeouts
{
    private const double Milliseconds = 1e3;
    private const double Microseconds = 1e6;

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.SecondsForMilliseconds, IsTooEarly, (it, source) => Wrong(it, source, 1, Milliseconds)),
        new(Mistake.SecondsForMicroseconds, IsTooEarly, (it, source) => Wrong(it, source, 1, Microseconds)),
        new(
            Mistake.MillisecondsForMicroseconds,
            IsTooEarly,
            (it, source) => Wrong(it, source, Milliseconds, Microseconds)
        ),
        new(Mistake.TooLargeForUnit, IsTooLate, TooLarge),
        new(Mistake.FixedTimeout, IsTooLate, Fixed),
        new(Mistake.TimeoutNeverUsed, IsTooLate, NeverUsed),
        new(Mistake.TimeoutForSendingOnly, it => IsTooLate(it) && !it.IsServer, SendingOnly),
        new(Mistake.ReceiveTimeoutOnListener, it => IsTooLate(it) && it.IsServer, OnListener)
        {
            // The variable may have been meant for Accept, and this is why nobody missed it.
            Outranks = [Mistake.TimeoutNeverUsed],
        },
        new(Mistake.OtherDefaultTimeout, it => it.Awaits(Awaited.StillWaits, Awaited.EndsAfterDefault), OtherDefault),
    ];

    // A timeout that is too short ends the whole program, or the connection that waits.
    private static bool IsTooEarly(Case it) =>
        it.IsAt(StepTask.SetTimeout) && it.Is(Verdict.EndedEarly)
        || it.IsAt(StepTask.ReceiveReply, StepTask.ReceiveMessage, StepTask.ServeClient, StepTask.SendBack)
            && it.Is(Verdict.EndedEarly, Verdict.CleanClose, Verdict.Reset);

    private static bool IsTooLate(Case it) =>
        it.IsAt(StepTask.SetTimeout) && it.Is(Verdict.StillRunning) && it.Awaits(Awaited.EndsAfterTimeout);

    private static IEnumerable<Found> Wrong(Case it, ProgramSource source, double given, double counted) =>
        from limit in Limits(source)
        where limit.PerSecond == counted
        where
            source.Values.MeasureOf(limit.Value, it.TimeoutArgument) is { IsSpan: false, IsOfArgument: true } measure
            && measure.Value == given
        select new Found(limit.Value, limit.Name);

    private static IEnumerable<Found> TooLarge(Case it, ProgramSource source) =>
        from limit in Limits(source)
        where
            source.Values.MeasureOf(limit.Value, it.TimeoutArgument) is { IsSpan: false, IsOfArgument: true } measure
            && measure.Value >= limit.PerSecond * 60
        select new Found(limit.Value, limit.Name);

    // The number is certainly the timeout only if nothing uses the argument.
    private static IEnumerable<Found> Fixed(Case it, ProgramSource source)
    {
        Limit[] limits = [.. Limits(source).Where(limit => IsForWaiting(limit, it, source))];
        var measures = limits.Select(limit => source.Values.MeasureOf(limit.Value, it.TimeoutArgument)).ToList();
        return measures.All(measure => measure is { IsOfArgument: false, Value: > 0 })
            ? limits.Select(limit => new Found(limit.Value, limit.Name))
            : [];
    }

    private static bool IsForWaiting(Limit limit, Case it, ProgramSource source) =>
        limit.Name is not ("SendTimeout" or "WriteTimeout")
        && (!it.IsServer || limit.Socket is null || limit.Name == "Poll" && source.Sockets.IsListening(limit.Socket));

    private static IEnumerable<Found> NeverUsed(Case it, ProgramSource source) =>
        from declaration in Variables(it, source)
        where source.Names.UsesOf(declaration).All(use => IsSetting(use) || IsInText(use))
        select new Found(declaration is VariableDeclaratorSyntax one ? one : declaration);

    private static IEnumerable<SyntaxNode> Variables(Case it, ProgramSource source) =>
        source
            .All<VariableDeclaratorSyntax>()
            .Where(variable =>
                source
                    .Values.Assigned(variable)
                    .Any(value => source.Values.MeasureOf(value, it.TimeoutArgument) is { IsOfArgument: true })
            );

    private static bool IsSetting(SimpleNameSyntax use) =>
        use.Parent is AssignmentExpressionSyntax set && set.Left == use
        || use.Parent is ArgumentSyntax { RefKindKeyword.Text: "out" };

    private static bool IsInText(SimpleNameSyntax use) =>
        use.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => call.Target() is IdentifierNameSyntax { Identifier.Text: "Console" })
        || use.Ancestors().OfType<InterpolationSyntax>().Any();

    private static IEnumerable<Found> SendingOnly(Case it, ProgramSource source)
    {
        Limit[] limits = [.. Limits(source)];
        return limits.All(limit => limit.Name is "SendTimeout" or "WriteTimeout") && !HasOtherClock(source)
            ? limits.Select(limit => new Found(limit.Target, limit.Name))
            : [];
    }

    private static IEnumerable<Found> OnListener(Case it, ProgramSource source)
    {
        Limit[] limits = [.. Limits(source)];
        return limits.All(limit => limit.Socket is not null && limit.Name != "Poll") && !HasOtherClock(source)
            ? from limit in limits
            where limit.Name == "ReceiveTimeout" && source.Sockets.IsListening(limit.Socket!)
            select new Found(limit.Target, limit.Name)
            : [];
    }

    // Anything else that may know the time.
    private static bool HasOtherClock(ProgramSource source) =>
        source
            .All<SimpleNameSyntax>()
            .Any(name =>
                name.Identifier.Text
                    is "Stopwatch"
                        or "DateTime"
                        or "DateTimeOffset"
                        or "Environment.TickCount64"
                        or "TickCount64"
                        or "TickCount"
                        or "Timer"
                        or "PeriodicTimer"
                        or "Select"
                        or "Pending"
                        or "Sleep"
            );

    private static IEnumerable<Found> OtherDefault(Case it, ProgramSource source) =>
        from choice in source.All<ConditionalExpressionSyntax>()
        let values = new[] { choice.WhenTrue, choice.WhenFalse }
        where
            values.Count(value =>
                source.Values.ArgumentsIn(value) is { Count: 1 } indexes && indexes.Contains(it.TimeoutArgument)
            ) == 1
        from value in values
        where value.Bare() is LiteralExpressionSyntax { Token.Value: int and not (300 or 300_000 or 300_000_000) }
        select new Found(value);

    /// <summary>Something that limits the time of a call.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Value">The value that it is given.</param>
    /// <param name="PerSecond">How many of its units are in a second.</param>
    /// <param name="Target">The whole of it, without the value.</param>
    /// <param name="Socket">The socket whose calls it limits. Null if it limits others.</param>
    private sealed record Limit(
        string Name,
        ExpressionSyntax Value,
        double PerSecond,
        ExpressionSyntax Target,
        ExpressionSyntax? Socket
    );

    private static IEnumerable<Limit> Limits(ProgramSource source) =>
        source
            .All<ExpressionSyntax>()
            .Select(node =>
                node switch
                {
                    AssignmentExpressionSyntax set => OfProperty(set),
                    InvocationExpressionSyntax call => OfCall(call),
                    ObjectCreationExpressionSyntax made => OfObject(made),
                    _ => null,
                }
            )
            .OfType<Limit>();

    private static Limit? OfProperty(AssignmentExpressionSyntax set) =>
        Syntax.LastName(set.Left) is "ReceiveTimeout" or "SendTimeout" or "ReadTimeout" or "WriteTimeout"
            ? new(
                Syntax.LastName(set.Left),
                set.Right,
                Milliseconds,
                set.Left,
                Syntax.TargetOf(set.Left) ?? set.Ancestors().OfType<ExpressionSyntax>().FirstOrDefault()
            )
            : null;

    private static Limit? OfCall(InvocationExpressionSyntax call) =>
        (call.NameOf(), call.Arguments()) switch
        {
            ("Poll", [var time, ..]) => new("Poll", time, Microseconds, call, call.Target()),
            ("Select", [_, _, _, var time]) => new("Select", time, Microseconds, call, null),
            ("SetSocketOption", [_, MemberAccessExpressionSyntax option, var time])
                when option.Name.Identifier.Text is "ReceiveTimeout" or "SendTimeout" => new(
                option.Name.Identifier.Text,
                time,
                Milliseconds,
                call,
                call.Target()
            ),
            ("CancelAfter" or "Delay" or "WaitOne" or "Wait" or "WaitAsync" or "Join" or "TryWait", [var time, ..]) =>
                new(call.NameOf(), time, Milliseconds, call, null),
            ("WaitAny" or "WaitAll", [_, var time, ..]) => new(call.NameOf(), time, Milliseconds, call, null),
            ("FromMilliseconds", [var time, ..]) => new("TimeSpan.FromMilliseconds", time, Milliseconds, call, null),
            ("FromMicroseconds", [var time, ..]) => new("TimeSpan.FromMicroseconds", time, Microseconds, call, null),
            ("FromSeconds", [var time, ..]) => new("TimeSpan.FromSeconds", time, 1, call, null),
            _ => null,
        };

    private static Limit? OfObject(ObjectCreationExpressionSyntax made) =>
        (made.Type.ToString(), made.Arguments()) switch
        {
            ("CancellationTokenSource", [var time]) => new("CancellationTokenSource", time, Milliseconds, made, null),
            _ => null,
        };
}
