using Lab.Build.Diagnosing;
using Lab.Harness;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lab.Build.Reading;

/// <summary>Mistakes with the encoding of text.</summary>
internal static class Encodings
{
    // Encoding.Default is UTF-8.
    private static readonly string[] _wrong = ["ASCII", "Latin1", "Unicode", "BigEndianUnicode", "UTF32", "UTF7"];

    public static IReadOnlyList<Kind> Kinds { get; } =
    [
        new(Mistake.WrongEncoding, MayBeSent, (_, source) => Wrong(source, source.Sockets.Sent)),
        new(Mistake.WrongDecoding, MayBeShown, (_, source) => Wrong(source, source.Sockets.Printed)),
        new(
            Mistake.ByteOrderMark,
            it => it.Difference == DifferenceKind.ByteOrderMark && it.IsAt(StepTask.SendMessage, StepTask.SendBack),
            (_, source) => Marks(source)
        ),
    ];

    private static bool MayBeSent(Case it) =>
        it.IsAt(StepTask.SendMessage, StepTask.SendBack)
        && it.Is(Verdict.WrongBytes, Verdict.Stopped, Verdict.ExtraBytes)
        && it.Difference
            is not (DifferenceKind.NewlineAdded or DifferenceKind.NewlineMissing or DifferenceKind.ZeroBytes);

    private static bool MayBeShown(Case it) =>
        it.IsAt(StepTask.ShowReply, StepTask.ShowMessage)
        && it.Is(Verdict.WrongBytes, Verdict.Stopped, Verdict.ExtraBytes)
        && it.Difference is not (DifferenceKind.OwnMessage or DifferenceKind.ZeroBytes);

    // A right encoding in the same values would make it uncertain which one was used.
    private static IEnumerable<Found> Wrong(ProgramSource source, IReadOnlyList<ExpressionSyntax> values)
    {
        var used = values
            .Select(value => (Value: value, Name: NameOf(value)))
            .Where(one => one.Name is not null)
            .ToList();
        return used.All(one => _wrong.Contains(one.Name))
            ? used.Select(one => new Found(one.Value, $"Encoding.{one.Name}"))
            : [];
    }

    private static string? NameOf(ExpressionSyntax value) =>
        value switch
        {
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Encoding" } } it
                when it.Name.Identifier.Text is not "GetEncoding" => it.Name.Identifier.Text,
            MemberAccessExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Encoding" }
            } it when it.Name.Identifier.Text is not "GetEncoding" => it.Name.Identifier.Text,
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "ASCIIEncoding" } } =>
                "ASCII",
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "UnicodeEncoding" } } =>
                "Unicode",
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "UTF8Encoding" } } => "UTF8",
            InvocationExpressionSyntax call when call.NameOf() == "GetEncoding" => "GetEncoding",
            _ => null,
        };

    // A writer without an encoding writes no mark.
    private static IEnumerable<Found> Marks(ProgramSource source) =>
        from made in source.All<ObjectCreationExpressionSyntax>()
        where made.Type.ToString() == "StreamWriter" && made.Arguments().Count >= 2
        let encoding = made.Arguments()[1]
        where
            source
                .Values.OriginsOf(encoding)
                .All(origin => NameOf(origin) == "UTF8" && origin is MemberAccessExpressionSyntax)
        select new Found(encoding, "Encoding.UTF8");
}
