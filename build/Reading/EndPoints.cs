using Lab.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with the place that a program connects to, or listens at.</summary>
internal static class EndPoints
{
    private const int Host = 0;
    private const int Port = 1;

    private static readonly string[] _taking = ["Connect", "ConnectAsync", "BeginConnect"];
    private static readonly string[] _making = ["IPEndPoint", "DnsEndPoint", "TcpListener", "TcpClient"];

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.FixedPort, it => IsElsewhere(it) && PortsDiffer(it), FixedPorts),
        new(Mistake.FixedHost, it => IsElsewhere(it) && HostsDiffer(it) && !IsAny(it), FixedHosts)
        {
            // Both are wrong, and are on the same line as a rule.
            Outranks = [Mistake.FixedPort],
        },
        new(Mistake.AnyAddress, it => IsElsewhere(it) && IsAny(it), AnyAddresses) { Outranks = [Mistake.FixedPort] },
    ];

    private static bool IsElsewhere(Case it) =>
        it.Is(Verdict.ListensElsewhere)
        && it.IsAt(StepTask.Connect, StepTask.Bind, StepTask.SetTimeout, StepTask.Listen);

    private static bool PortsDiffer(Case it) =>
        it.Finding is { ExpectedPlace: { } expected, FoundPlace: { } found } && PortOf(expected) != PortOf(found);

    private static bool HostsDiffer(Case it) =>
        it.Finding is { ExpectedPlace: { } expected, FoundPlace: { } found } && HostOf(expected) != HostOf(found);

    private static bool IsAny(Case it) =>
        it.Finding.FoundPlace is { } found && HostOf(found) is "0.0.0.0" or "[::]" or "::";

    private static string PortOf(string place) => place[(place.LastIndexOf(':') + 1)..];

    private static string HostOf(string place) => place[..Math.Max(0, place.LastIndexOf(':'))];

    /// <summary>The expressions for the host and the port, where a place is given.</summary>
    private static IEnumerable<(ExpressionSyntax? Host, ExpressionSyntax Port)> Places(ProgramSource source) =>
        source
            .Calls(_taking)
            .Cast<ExpressionSyntax>()
            .Concat(
                source
                    .All<ObjectCreationExpressionSyntax>()
                    .Where(made => _making.Contains(made.Type.ToString().Split('.')[^1]))
            )
            .Select(call => call.Arguments())
            .Where(arguments => arguments.Count >= 2)
            .Select(arguments => ((ExpressionSyntax?)arguments[0], arguments[1]));

    private static IEnumerable<Found> FixedPorts(Case it, ProgramSource source) =>
        from place in Places(source)
        where
            source.Values.ArgumentsIn(place.Port).Count == 0 && IsNumber(source, place.Port)
            || place.Port.Bare() is BinaryExpressionSyntax && source.Values.ArgumentsIn(place.Port).Contains(Port)
        select new Found(place.Port);

    private static bool IsNumber(ProgramSource source, ExpressionSyntax port) =>
        source.Values.OriginsOf(port).All(origin => origin is LiteralExpressionSyntax { Token.Value: int });

    private static IEnumerable<Found> FixedHosts(Case it, ProgramSource source) =>
        from place in Places(source)
        where
            place.Host is not null
            && source.Values.ArgumentsIn(place.Host).Count == 0
            && IsWrittenOut(source, place.Host)
        select new Found(place.Host!);

    private static bool IsWrittenOut(ProgramSource source, ExpressionSyntax host) =>
        source
            .Values.OriginsOf(host)
            .All(origin =>
                origin switch
                {
                    LiteralExpressionSyntax { Token.Value: string } => true,
                    MemberAccessExpressionSyntax { Name.Identifier.Text: "Loopback" or "IPv6Loopback" } => true,
                    InvocationExpressionSyntax { ArgumentList.Arguments: [var text, ..] } call => call.NameOf()
                        is "Parse"
                            or "GetHostAddresses"
                            or "GetHostEntry"
                        && IsWrittenOut(source, text.Expression),
                    _ => false,
                }
            );

    private static IEnumerable<Found> AnyAddresses(Case it, ProgramSource source) =>
        source
            .All<MemberAccessExpressionSyntax>()
            .Where(member =>
                member
                    is {
                        Name.Identifier.Text: "Any" or "IPv6Any",
                        Expression: IdentifierNameSyntax { Identifier.Text: "IPAddress" }
                    }
            )
            .Select(any => new Found(any, any.ToString()))
            .Concat(
                source
                    .Calls("Create")
                    .Where(call => call.Target() is IdentifierNameSyntax { Identifier.Text: "TcpListener" })
                    .Select(call => new Found(call.Expression, "TcpListener.Create"))
            );
}
