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

    private static readonly string[] _sending =
    [
        "Send",
        "SendAsync",
        "BeginSend",
        "Write",
        "WriteAsync",
        "BeginWrite",
        "WriteLine",
        "WriteLineAsync",
    ];

    private static readonly string[] _elsewhere = ["Console", "Interlocked", "Volatile", "File"];

    private readonly ProgramSource _source;
    private readonly HashSet<SyntaxNode> _listening;
    private readonly Lazy<IReadOnlyList<ExpressionSyntax>> _sent;
    private readonly Lazy<IReadOnlyList<ExpressionSyntax>> _printed;
    private readonly Lazy<IReadOnlySet<SyntaxNode>> _buffers;
    private readonly Lazy<IReadOnlySet<SyntaxNode>> _serving;

    /// <summary>Looks at a program.</summary>
    public Sockets(ProgramSource source)
    {
        _source = source;
        Accepts = [.. source.Calls(_accepting)];
        Receives = [.. source.Calls(_receiving).Where(call => !IsElsewhere(call))];
        Sends = [.. source.Calls(_sending).Where(call => !IsElsewhere(call))];
        Prints = [.. source.Calls("Write", "WriteLine", "WriteAsync", "WriteLineAsync").Where(IsPrint)];
        _sent = new(() => source.Values.Through(Sends.SelectMany(send => send.Arguments().Append(send.Target()!))));
        _printed = new(() => source.Values.Through(Prints.SelectMany(print => print.Arguments())));
        _buffers = new(() =>
            Receives.SelectMany(call => call.Arguments()).Select(BufferIn).OfType<SyntaxNode>().ToHashSet()
        );
        _serving = new(FindServing);
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

    /// <summary>The calls that send bytes or text on a connection.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Sends { get; }

    /// <summary>The calls that print.</summary>
    public IReadOnlyList<InvocationExpressionSyntax> Prints { get; }

    /// <summary>The values that are sent, with the writers that encode them.</summary>
    public IReadOnlyList<ExpressionSyntax> Sent => _sent.Value;

    /// <summary>The values that are printed.</summary>
    public IReadOnlyList<ExpressionSyntax> Printed => _printed.Value;

    /// <summary>The variables that calls which receive fill with bytes.</summary>
    public IReadOnlySet<SyntaxNode> Buffers => _buffers.Value;

    /// <summary>The buffer in an argument: the variable itself, or a part of it.</summary>
    public SyntaxNode? BufferIn(ExpressionSyntax argument) =>
        argument.Bare() switch
        {
            InvocationExpressionSyntax part
                when part.NameOf() is "AsSpan" or "AsMemory" && part.Target() is { } whole => BufferIn(whole),
            ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var whole, ..] } => BufferIn(whole.Expression),
            var name => _source.Types.Of(name) == "byte[]" ? _source.Names.DeclarationOf(name) : null,
        };

    /// <summary>Whether an expression is a listening socket.</summary>
    public bool IsListening(ExpressionSyntax expression) =>
        _source.Types.Is(expression, "TcpListener")
        || expression.Bare() is MemberAccessExpressionSyntax { Name.Identifier.Text: "Server" } access
            && IsListening(access.Expression)
        || _source.Names.DeclarationOf(expression) is { } declaration && _listening.Contains(declaration);

    /// <summary>The program's own functions that receive, and do not accept.</summary>
    public IReadOnlySet<SyntaxNode> Serving => _serving.Value;

    private HashSet<SyntaxNode> FindServing() =>
        Receives
            .Select(call =>
                call.Ancestors()
                    .FirstOrDefault(outer => outer is MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            )
            .OfType<SyntaxNode>()
            .Where(function => !Accepts.Any(accept => accept.IsIn(function)))
            .ToHashSet();

    /// <summary>Whether a function starts a thread or a task.</summary>
    public static bool StartsThreads(SyntaxNode function) =>
        function
            .DescendantNodes()
            .Any(node =>
                node
                    is ObjectCreationExpressionSyntax
                    {
                        Type: IdentifierNameSyntax { Identifier.Text: "Thread" or "Task" }
                    }
                || node is InvocationExpressionSyntax call
                    && call.NameOf()
                        is "Run"
                            or "StartNew"
                            or "QueueUserWorkItem"
                            or "UnsafeQueueUserWorkItem"
                            or "Yield"
            );

    /// <summary>Whether an expression is certainly the connection of an accepted client, or a stream on it.</summary>
    public bool IsAccepted(ExpressionSyntax expression) =>
        _source.Values.OriginsOf(expression) is { Count: > 0 } origins
        && origins.All(origin =>
            origin switch
            {
                InvocationExpressionSyntax call when call.NameOf() == "GetStream" => IsAccepted(call.Target()!),
                InvocationExpressionSyntax call => _accepting.Contains(call.NameOf()),
                ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var inner, ..] } => IsAccepted(
                    inner.Expression
                ),
                LiteralExpressionSyntax { Token.ValueText: "null" } => true,
                _ => false,
            }
        );

    private static bool IsPrint(InvocationExpressionSyntax call) =>
        call.Target()
            is IdentifierNameSyntax { Identifier.Text: "Console" }
                or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Console" } };

    private bool IsElsewhere(InvocationExpressionSyntax call) =>
        call.Target() is not { } target
        || _elsewhere.Contains(Syntax.LastName(target))
        || IsPrint(call)
        || _source.Values.OriginsOf(target).Any(IsOfConsoleOrFile);

    // Standard input and output are streams as well, and so are files.
    private bool IsOfConsoleOrFile(ExpressionSyntax origin) =>
        origin
            .DescendantNodesAndSelf()
            .Any(node =>
                node
                    is MemberAccessExpressionSyntax
                        {
                            Expression: IdentifierNameSyntax { Identifier.Text: "Console" or "File" }
                        }
                        or ObjectCreationExpressionSyntax
                        {
                            Type: IdentifierNameSyntax
                            {
                                Identifier.Text: "FileStream" or "StringWriter" or "MemoryStream"
                            }
                        }
            )
        || origin
            is ObjectCreationExpressionSyntax
            {
                ArgumentList.Arguments: [var first, ..],
                Type: IdentifierNameSyntax { Identifier.Text: "StreamWriter" or "StreamReader" }
            }
            && (
                _source.Types.Is(first.Expression, "string")
                || _source
                    .Values.OriginsOf(first.Expression)
                    .Any(inner =>
                        inner
                            is LiteralExpressionSyntax
                                or InvocationExpressionSyntax
                                {
                                    Expression: MemberAccessExpressionSyntax
                                    {
                                        Expression: IdentifierNameSyntax { Identifier.Text: "Path" or "Console" }
                                    }
                                }
                    )
            );
}
