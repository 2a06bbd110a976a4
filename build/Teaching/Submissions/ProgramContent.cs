using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Lab.Build.Reading;
using Microsoft.CodeAnalysis.CSharp;

namespace Lab.Build.Teaching.Submissions;

/// <summary>Recognises an exercise by what a C# program does.</summary>
/// <param name="Code">Its words and signs with blanks between them, without comments and texts.</param>
internal sealed partial record ProgramContent(string Code)
{
    /// <summary>Reads the content of a program.</summary>
    public static ProgramContent Of(string text)
    {
        CompilerLibrary.MakeFindable();
        return new(WordsOf(text));
    }

    /// <summary>The exercise that the program looks like. Null if it neither connects nor listens.</summary>
    public Exercise? Exercise =>
        Listens().IsMatch(Code)
            ? Threads().IsMatch(Code)
                ? Build.Exercise.ThreadedServer
                : Build.Exercise.EchoServer
            : Connects().IsMatch(Code)
                ? Build.Exercise.Client
                : null;

    /// <summary>Whether a program begins here: there is a method Main, or a statement outside of all types.</summary>
    public bool HasEntry => MethodMain().IsMatch(Code) || !DeclaresOnly().IsMatch(Code);

    // The library can be found only when this method begins. The words are read one by one, so no nesting is too deep.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string WordsOf(string text) =>
        string.Join(
            ' ',
            SyntaxFactory
                .ParseTokens(text)
                .Select(token => token.Text)
                .Where(word => !word.Contains('"') && !word.StartsWith('\''))
        );

    [GeneratedRegex(@"\. (Begin)?Connect(Async)? \(|\b(TcpClient|UdpClient)\b|\. SendTo(Async)? \(")]
    private static partial Regex Connects();

    [GeneratedRegex(@"\. Listen \(|\bTcpListener\b|\. (Begin)?Accept\w* \(|\. Bind \(")]
    private static partial Regex Listens();

    [GeneratedRegex(
        @"\bnew Thread \(|\bThread \w+ = new \(|\bTask \. (Run|Factory) |\bThreadPool \.|\bParallel \.|\. BeginAccept|(^|[;{}] )_ = \w+ \("
    )]
    private static partial Regex Threads();

    [GeneratedRegex(@"\bstatic (async )?(void|int|Task|Task < int >) Main \(")]
    private static partial Regex MethodMain();

    // Directives, namespaces and modifiers come before the first type.
    [GeneratedRegex(
        @"^((global )?using [^;()]*; |namespace [\w .]+ [;{] |\[ [^\]]*\] |(public|internal|abstract|sealed|static|partial|unsafe|file|readonly|ref) )*(class|struct|interface|enum|record|delegate)\b",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex DeclaresOnly();
}
