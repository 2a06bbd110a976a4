using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>The exceptions that socket programs meet, and which catch takes them.</summary>
internal static class Exceptions
{
    // Each exception with the classes that it inherits from.
    private static readonly Dictionary<string, string> _bases = new()
    {
        ["SocketException"] = "Win32Exception",
        ["Win32Exception"] = "ExternalException",
        ["ExternalException"] = "SystemException",
        ["IOException"] = "SystemException",
        ["EndOfStreamException"] = "IOException",
        ["ObjectDisposedException"] = "InvalidOperationException",
        ["InvalidOperationException"] = "SystemException",
        ["TimeoutException"] = "SystemException",
        ["FormatException"] = "SystemException",
        ["OverflowException"] = "ArithmeticException",
        ["ArithmeticException"] = "SystemException",
        ["ArgumentNullException"] = "ArgumentException",
        ["ArgumentOutOfRangeException"] = "ArgumentException",
        ["ArgumentException"] = "SystemException",
        ["IndexOutOfRangeException"] = "SystemException",
        ["NullReferenceException"] = "SystemException",
        ["TaskCanceledException"] = "OperationCanceledException",
        ["OperationCanceledException"] = "SystemException",
        ["AggregateException"] = "Exception",
        ["ThreadStateException"] = "SystemException",
        ["NotSupportedException"] = "SystemException",
        ["SystemException"] = "Exception",
    };

    /// <summary>The type that a catch takes. It takes all if it names none.</summary>
    public static string NameOf(CatchClauseSyntax clause) =>
        clause.Declaration?.Type.ToString().Split('.')[^1] ?? "Exception";

    /// <summary>Whether a catch takes exceptions of a type. An unknown type is taken, to be sure.</summary>
    public static bool Takes(CatchClauseSyntax clause, string type)
    {
        var taken = NameOf(clause);
        if (!_bases.ContainsKey(type))
            return true;
        for (var each = type; each is not null; each = _bases.GetValueOrDefault(each))
            if (each == taken)
                return true;
        return false;
    }
}
