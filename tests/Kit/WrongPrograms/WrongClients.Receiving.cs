using Lab.Build.Diagnosing;
using Lab.Harness;

namespace Lab.Kit.Tests.WrongPrograms;

// Bugs in receiving the reply: too small a piece of it, and no end of it.
internal static partial class WrongClients
{
    private const string Loop = "for (int received = 0; received < request.Length; )";
    private const string AtEnd = "if (count == 0)";

    private static readonly int[] _tinySizes = [8, 32, 64];

    private static IEnumerable<WrongProgram> Taking =>
        [
            .. _tinySizes.Select(size => new WrongProgram($"one Receive into {size} bytes", "5", Verdict.Reset)
            {
                Changes =
                [
                    (Buffer, $"byte[] buffer = new byte[{size}];"),
                    (Loop, "for (int received = 0, turn = 0; turn < 1; turn++)"),
                ],
                Observed = Symptom.ClosedUnread,
            }),
            new("the first line only", "6", Verdict.WrongBytes)
            {
                Observed = Symptom.OtherPrinted,
                Changes =
                [
                    (
                        Received,
                        "Console.WriteLine(new StreamReader(new NetworkStream(socket)).ReadLine()); int count = 0;"
                    ),
                ],
            },
            new("the first line only, by a TcpClient", "6", Verdict.WrongBytes)
            {
                Observed = Symptom.OtherPrinted,
                File = "Wrong/FirstLineOnly.cs",
            },
            new("each piece decoded alone", "6", Verdict.WrongBytes)
            {
                Observed = Symptom.OtherPrinted,
                Changes =
                [
                    (Buffer, "byte[] buffer = new byte[7];"),
                    (Shown, "Console.Write(Encoding.UTF8.GetString(buffer, 0, count));"),
                ],
            },
            new("each byte made a letter", "6", Verdict.WrongBytes)
            {
                Observed = Symptom.OtherPrinted,
                Changes = [(Shown, "for (int i = 0; i < count; i++) Console.Write((char)buffer[i]);")],
            },
            new("the end of the connection not noticed", "5", Verdict.StillRunning)
            {
                Changes = [(AtEnd, "if (count < 0)")],
                Observed = Symptom.ReceivesOn,
            },
            new("empty lines printed for ever", "5", Verdict.StillRunning)
            {
                Changes = [(AtEnd, "if (count < 0)"), (Shown, "Console.WriteLine(text, 0, length);")],
                Observed = Symptom.ReceivesOn,
            },
            new("received while connected", "5", Verdict.StillRunning)
            {
                Changes = [(Loop, "for (int received = 0; socket.Connected; )"), (AtEnd, "if (count < 0)")],
                Observed = Symptom.ReceivesOn,
            },
            new("a closed socket awaited with Poll", "5", Verdict.StillRunning)
            {
                Changes =
                [
                    (AtEnd, "if (count < 0)"),
                    (
                        Received,
                        "if (!socket.Poll(TimeSpan.FromSeconds(timeoutSeconds), SelectMode.SelectRead)) break; "
                            + Received
                    ),
                ],
                Observed = Symptom.ReceivesOn,
            },
        ];
}
