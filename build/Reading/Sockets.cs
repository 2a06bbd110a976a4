using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>What a program does with sockets.</summary>
internal sealed class Sockets
{
    private static readonly string[] _accepting =
    [
        "Accept",
        "AcceptAsync",
        "BeginAccept",
        "AcceptSocket",
        "AcceptSocketAsync",
        "BeginAcceptSocket",
        "AcceptTcpClient",
        "AcceptTcpClientAsync",
        "BeginAcceptTcpClient",
    ];

    private static readonly string[] _receiving =
    [
        "Receive",
        "ReceiveAsync",
        "BeginReceive",
        "EndReceive",
        "ReceiveFrom",
        "Read",
        "ReadAsync",
        "BeginRead",
        "EndRead",
        "ReadByte",
        "ReadLine",
        "ReadLineAsync",
        "ReadToEnd",
        "ReadToEndAsync",
        "ReadBlock",
        "ReadExactly",
        "ReadExactlyAsync",
        "ReadAtLeast",
        "ReadAtLeastAsync",
        "ReadBytes",
        "CopyTo",
        "CopyToAsync",
    ];

    private static readonly string[] _elsewhere = ["Console", "Interlocked", "Volatile", "File"];

    private readonly ProgramSource _source;
    private readonly HashSet<SyntaxNode> _listening;

    /// <summary>Looks at a program.</summary>
    public Sockets(ProgramSource source)
    {
        _source = source;
        Accepts = [.. source.Calls(_accepting)];
        Receives = [.. source.Calls(_receiving).Where(call => !IsElsewhere(call))];
        _listening =
        [
            .. Accepts
                .Concat(source.Calls("Listen"))
                .Select(call => call.Target())
                .OfType<ExpressionSyntax>()
                .Select(source.Names.DeclarationOf)
                .OfType<SyntaxNode>(),
        ];
    }

    /// <summary>The calls that accept a client.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Accepts { get; }

    /// <summary>The calls that take bytes from a connection.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Receives { get; }

    /// <summary>Whether an expression is a listening socket.</summary>
    public bool IsListening(ExpressionSyntax expression) =>
        _source.Types.Is(expression, "TcpListener")
        || expression.Bare() is MemberAccessExpressionSyntax { Name.Identifier.Text: "Server" } access
            && IsListening(access.Expression)
        || _source.Names.DeclarationOf(expression) is { } declaration && _listening.Contains(declaration);

    private static bool IsElsewhere(InvocationExpressionSyntax call) =>
        call.Target() is not { } target || _elsewhere.Contains(Syntax.LastName(target));
}
