using System.Diagnostics;
using System.Text;

/// <summary>
/// A console that yields to other threads before a thread writes. So other threads can receive before this one sends, as may
/// happen at any time, and mistakes with shared data become visible.
/// </summary>
internal sealed class SlowConsole : TextWriter
{
    // A program that prints letter by letter must not be late because of this.
    private static readonly TimeSpan _betweenTurns = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _turn = TimeSpan.FromMilliseconds(1);

    [ThreadStatic]
    private static long _turnAt;

    private readonly Stream _output = Console.OpenStandardOutput();
    private Encoder? _encoder;
    private int _codePage;

    // The program may choose another encoding at any time.
    public override Encoding Encoding => Console.OutputEncoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    // Console.Out lets in only one thread at a time.
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Stopwatch.GetElapsedTime(_turnAt) > _betweenTurns)
        {
            Thread.Sleep(_turn);
            _turnAt = Stopwatch.GetTimestamp();
        }
        if (_encoder is null || _codePage != Encoding.CodePage)
            (_encoder, _codePage) = (Encoding.GetEncoder(), Encoding.CodePage);
        var bytes = new byte[_encoder.GetByteCount(buffer, flush: false)];
        _encoder.GetBytes(buffer, bytes, flush: false);
        _output.Write(bytes);
    }
}
