using System.Globalization;
using Lab.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with exceptions.</summary>
internal static class Catching
{
    private static readonly string[] _quiet =
    [
        "Close",
        "Dispose",
        "Shutdown",
        "Stop",
        "Exit",
        "Cancel",
        "Remove",
        "Release",
    ];

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(
            Mistake.SilentCatch,
            it => it.Awaits(Awaited.Message) && it.Is(Verdict.ProcessEnded),
            (_, source) => Silent(source)
        ),
        new(Mistake.CatchesOtherType, IsCrash, OtherType),
        new(Mistake.FilterLetsThrough, IsCrash, Filtered),
        new(Mistake.ThrownOn, IsCrash, ThrownOn),
        new(Mistake.NotInTry, IsCrash, NotInTry),
        new(Mistake.LeavesLoopInCatch, MayLeaveLoop, (_, source) => Leaving(source)),
        new(Mistake.TryAroundLoop, MayLeaveLoop, (_, source) => AroundLoop(source)),
    ];

    private static bool IsHandling(Case it) => it.IsAt(StepTask.HandleExceptions, StepTask.HandleInThreads);

    private static bool IsCrash(Case it) =>
        IsHandling(it) && it.Is(Verdict.UnhandledException) && it.Finding.Program?.Crash is { Place: not null };

    private static bool MayLeaveLoop(Case it) => it.IsServer && IsHandling(it) && it.Is(Verdict.EndedEarly);

    // With several catches, only the one that prints nothing is certain.
    private static IEnumerable<Found> Silent(ProgramSource source)
    {
        CatchClauseSyntax[] silent = [.. source.All<CatchClauseSyntax>().Where(clause => IsSilent(clause, source))];
        return silent.Length == 1 ? [new(silent[0])] : [];
    }

    private static bool IsSilent(CatchClauseSyntax clause, ProgramSource source) =>
        Exceptions.NameOf(clause) is not ("ObjectDisposedException" or "ThreadInterruptedException")
        && clause is not { Filter: not null, Block.Statements: [ReturnStatementSyntax] }
        && !clause
            .Block.DescendantNodes()
            .Any(node =>
                node is InvocationExpressionSyntax call
                    && (!_quiet.Contains(call.NameOf()) || source.Names.DeclarationOf(call.Expression) is not null)
                || node
                    is ThrowStatementSyntax
                        or ThrowExpressionSyntax
                        or ContinueStatementSyntax
                        or AssignmentExpressionSyntax { Left: not MemberAccessExpressionSyntax }
                || node is ReturnStatementSyntax { Expression: not null }
            );

    private static IEnumerable<Found> OtherType(Case it, ProgramSource source)
    {
        var tries = TriesAround(it, source);
        var clauses = tries.SelectMany(one => one.Catches).ToList();
        return clauses.Count > 0 && clauses.All(clause => !Exceptions.Takes(clause, TypeOf(it)))
            ? [new(clauses[^1].Declaration!, Exceptions.NameOf(clauses[^1]))]
            : [];
    }

    // Every catch that takes the type has a condition. The last one is the most general.
    private static IEnumerable<Found> Filtered(Case it, ProgramSource source) =>
        TakenBy(it, source) is [.., { Filter: { } filter }] taking && taking.All(clause => clause.Filter is not null)
            ? [new(filter)]
            : [];

    private static IEnumerable<Found> ThrownOn(Case it, ProgramSource source) =>
        TakenBy(it, source) is [{ Filter: null } clause]
            ? clause.Block.DescendantNodes().OfType<ThrowStatementSyntax>().Select(leave => new Found(leave))
            : [];

    private static IEnumerable<Found> NotInTry(Case it, ProgramSource source) =>
        PlaceOf(it, source) is { } place && TriesAround(it, source).Count == 0 ? [new(place)] : [];

    private static string TypeOf(Case it) => it.Finding.Program!.Crash!.Type.Split('.')[^1];

    // The catches around the place that take the exception's type.
    private static CatchClauseSyntax[] TakenBy(Case it, ProgramSource source) =>
        [
            .. TriesAround(it, source)
                .SelectMany(one => one.Catches)
                .Where(clause => Exceptions.Takes(clause, TypeOf(it))),
        ];

    /// <summary>The tries whose catches an exception at the place of the crash passes, from the innermost.</summary>
    private static List<TryStatementSyntax> TriesAround(Case it, ProgramSource source)
    {
        var found = new List<TryStatementSyntax>();
        var seen = new HashSet<SyntaxNode>();
        void Visit(SyntaxNode node)
        {
            found.AddRange(
                node.Ancestors()
                    .TakeWhile(outer => !Syntax.IsFunction(outer))
                    .OfType<TryStatementSyntax>()
                    .Where(one => node.IsIn(one.Block) && one.Catches.Count > 0)
            );
            var function = node.FunctionOf();
            if (seen.Add(function))
                foreach (var call in source.Names.UsesOf(function).Where(IsCalled))
                    Visit(call);
        }
        if (PlaceOf(it, source) is { } place)
            Visit(place);
        return [.. found.Distinct()];
    }

    // A function that is only named, as for a thread, is called by nobody who could catch.
    private static bool IsCalled(SimpleNameSyntax use) =>
        use.Parent is InvocationExpressionSyntax
        || use.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access
            && access.Name == use
            && call.Expression == access;

    // A trace names the line of the statement.
    private static StatementSyntax? PlaceOf(Case it, ProgramSource source)
    {
        if (it.Finding.Program?.Crash?.Place?.Split(':') is not [var file, var number])
            return null;
        var line = int.Parse(number, CultureInfo.InvariantCulture);
        return source
            .All<StatementSyntax>()
            .Where(one =>
                one is not (BlockSyntax or LocalFunctionStatementSyntax or TryStatementSyntax)
                && source.FileOf(one).EndsWith(file, StringComparison.Ordinal)
            )
            .Where(one => ProgramSource.LinesOf(one) is var (first, last) && first <= line && line <= last)
            .LastOrDefault();
    }

    // In a catch inside the loop, these end the loop or the program.
    private static IEnumerable<Found> Leaving(ProgramSource source) =>
        from clause in source.All<CatchClauseSyntax>()
        where
            clause.Parent is TryStatementSyntax around
            && source.Sockets.Receives.Concat(source.Sockets.Accepts).Any(call => call.IsIn(around.Block))
        where !source.Sockets.Accepts.Any(accept => accept.Loops().Any(loop => loop.IsIn(clause.Parent)))
        from node in clause.Block.DescendantNodes()
        where
            node is ThrowStatementSyntax
            || node
                is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Expression: IdentifierNameSyntax { Identifier.Text: "Environment" },
                        Name.Identifier.Text: "Exit"
                    }
                }
            || node is BreakStatementSyntax
                && source.Sockets.Accepts.Any(accept => node.Loops().FirstOrDefault() is { } loop && accept.IsIn(loop))
        select new Found(node, node.ToString().TrimEnd(';'));

    // The clients are served in the loop, and the only try is around it.
    private static IEnumerable<Found> AroundLoop(ProgramSource source) =>
        from accept in source.Sockets.Accepts
        from loop in accept.Loops().TakeLast(1)
        where source.Sockets.Receives.Any(call => call.IsIn(loop))
        where
            !loop.DescendantNodes()
                .OfType<TryStatementSyntax>()
                .Any(one => one.Catches.Any(clause => !source.IsDead(clause)))
        where source.Sockets.Receives.All(call => call.IsIn(loop))
        select new Found(loop);
}
