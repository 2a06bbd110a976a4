using System.Text;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests how bytes on a connection and text on the screen are compared with what was expected.</summary>
public sealed class DifferenceTests
{
    private const string Reply = "¡adiós! 4711";
    private const string Own = "señor 4711";

    private static readonly Actor _other = new(Role.Client, 2);

    [TestCase("hei, ñu y ñandú\n", "hei, ñu y ñandú", DifferenceKind.NewlineMissing, 1)]
    [TestCase("hei, ñu y ñandú\n", "hei, ñu y ñand", DifferenceKind.CharactersCounted, 3)]
    [TestCase("¡Qué día! 5 €", "¡Qué día!", DifferenceKind.CutShort, 6)]
    [TestCase("día €", "día ", DifferenceKind.CharactersCounted, 3)]
    [TestCase("hello", "hel", DifferenceKind.CutShort, 2)]
    [TestCase("hello", "hello<|EOM|>", DifferenceKind.AddedBehind, 7)]
    [TestCase("hello", "hello\0", DifferenceKind.ZeroBytes, 1)]
    [TestCase("hello", "hellohello", DifferenceKind.CameTwice, 5)]
    [TestCase("hello", "\u0005hello", DifferenceKind.AddedInFront, 1)]
    [TestCase("hello", "5\nhello", DifferenceKind.AddedInFront, 2)]
    [TestCase("hello", "Ana: hello\n", DifferenceKind.AddedInFront, 6)]
    [TestCase("señor", "se?or", DifferenceKind.Ascii, 1)]
    [TestCase("señor", "se??or", DifferenceKind.ThroughAscii, 0)]
    [TestCase("señor", "seÃ±or", DifferenceKind.ThroughLatin1, 2)]
    [TestCase("señor", "se\uFFFD\uFFFDor", DifferenceKind.Reencoded, 4)]
    public void Bytes_are_compared(string expected, string received, DifferenceKind kind, int count)
    {
        var difference = Difference.Between(OnWire(expected, received));

        Assert.That((difference!.Kind, difference.Count), Is.EqualTo((kind, count)));
    }

    [TestCase("hello", "hello of a longer", DifferenceKind.Surplus)]
    [TestCase("hello", "older message", DifferenceKind.OthersMessage)]
    [TestCase("hello", "older", DifferenceKind.OthersMessage)]
    [TestCase("hello", "help!", DifferenceKind.Other)]
    public void I_am_told_whose_bytes_came(string expected, string received, DifferenceKind kind)
    {
        Entry Sends(string text) =>
            new(2, TimeSpan.Zero, _other, Happening.Send) { Bytes = Encoding.UTF8.GetBytes(text) };
        var finding = OnWire(expected, received) with
        {
            Timeline =
            [
                new(1, TimeSpan.Zero, Actor.Server, Happening.Start),
                Sends("older message"),
                Sends("12345 of a longer one"),
            ],
        };

        var difference = Difference.Between(finding);

        Assert.That(difference!.Kind, Is.EqualTo(kind));
        Assert.That(difference.Whose, Is.EqualTo(kind == DifferenceKind.Other ? null : _other));
    }

    [Test]
    public void What_a_client_sends_itself_is_nobody_else_s()
    {
        var finding = OnWire("hello", "HELLO") with
        {
            Timeline =
            [
                new(1, TimeSpan.Zero, Actor.Client, Happening.Start),
                new(2, TimeSpan.Zero, Actor.Client, Happening.Send) { Bytes = "HELLO"u8.ToArray() },
            ],
        };

        Assert.That(Difference.Between(finding)!.Kind, Is.EqualTo(DifferenceKind.Other));
    }

    [TestCase("Received: ??adi??s! 4711\n", DifferenceKind.ThroughAscii, 10)]
    [TestCase("Sent: señor 4711\nReceived: ??adi??s! 4711\n", DifferenceKind.ThroughAscii, 28)]
    [TestCase("Got \uFFFD\uFFFDadi\uFFFD\uFFFDs! 4711\n", DifferenceKind.ThroughAscii, 4)]
    [TestCase("> Â¡adiÃ³s! 4711\n", DifferenceKind.ThroughLatin1, 2)]
    [TestCase("> ?adi?s! 4711\n", DifferenceKind.Ascii, 2)]
    [TestCase("b'\\xc2\\xa1adi\\xc3\\xb3s! 4711'\n", DifferenceKind.BytesShown, 0)]
    [TestCase("Got System.Byte[]\n", DifferenceKind.BytesShown, 4)]
    [TestCase("Reply: [B@1b28cdfa\n", DifferenceKind.BytesShown, 7)]
    [TestCase("<Buffer c2 a1 61 64 69>\n", DifferenceKind.BytesShown, 0)]
    [TestCase("194, 161, 97, 100, 105, 195, 179, 115, 33, 32, 52, 55, 49, 49", DifferenceKind.BytesShown, 0)]
    [TestCase("señor 4711\n", DifferenceKind.OwnMessage, 0)]
    [TestCase("Sent: señor 4711\nReceived: \"señor 4711\"\n", DifferenceKind.OwnMessage, 29)]
    [TestCase("Sent: señor 4711\nReceived: ¡adiós!\n", DifferenceKind.Other, 37)]
    [TestCase("Received: ¡adios! 4711\n", DifferenceKind.Other, 15)]
    [TestCase("Received: ¡adiós!4711\n", DifferenceKind.Other, 19)]
    public void Printed_text_is_compared_where_it_is_most_alike(string printed, DifferenceKind kind, int offset)
    {
        var finding = Printed(printed);

        var difference = Difference.Between(finding);

        Assert.That((difference!.Kind, difference.Offset), Is.EqualTo((kind, offset)), $"{difference}");
    }

    [TestCase("Received 14 bytes.\n")]
    [TestCase("Sent: señor 4711\nReceived: 0 bytes\n")]
    public void A_program_that_prints_something_else_is_not_compared(string printed) =>
        Assert.That(Difference.Between(Printed(printed))?.Kind, Is.Not.EqualTo(DifferenceKind.OwnMessage));

    private static Finding OnWire(string expected, string received) =>
        new(Verdict.WrongBytes, Awaited.Bytes)
        {
            ExpectedBytes = Encoding.UTF8.GetBytes(expected),
            ReceivedBytes = Encoding.UTF8.GetBytes(received),
        };

    private static Finding Printed(string printed) =>
        new(Verdict.WrongBytes, Awaited.Text)
        {
            ExpectedBytes = Encoding.UTF8.GetBytes(Reply),
            ReceivedBytes = Encoding.UTF8.GetBytes(printed),
            OwnBytes = Encoding.UTF8.GetBytes(Own),
        };
}
