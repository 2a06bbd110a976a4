using System.Text;
using CliWrap.Internal;

namespace CliWrap;

/// <summary>Feeds a program's standard input, which is closed once the source has nothing more to give.</summary>
public abstract class PipeSource
{
    /// <summary>Gets a source with nothing to give: the program reads end-of-file at once.</summary>
    public static PipeSource Null { get; } = Create((_, cancellationToken) => Copying.Nothing(cancellationToken));

    /// <summary>Feeds the program.</summary>
    /// <param name="destination">The program's standard input.</param>
    /// <param name="cancellationToken">Asks to stop: the program has ended, or is to be killed.</param>
    /// <returns>The feeding, to be awaited.</returns>
    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    /// <summary>Creates a source from an asynchronous method.</summary>
    /// <param name="handlePipeAsync">Receives the program's standard input.</param>
    /// <returns>The source.</returns>
    public static PipeSource Create(Func<Stream, CancellationToken, Task> handlePipeAsync) =>
        new DelegatingSource(handlePipeAsync);

    /// <summary>Creates a source from a method.</summary>
    /// <param name="handlePipe">Receives the program's standard input.</param>
    /// <returns>The source.</returns>
    public static PipeSource Create(Action<Stream> handlePipe) =>
        Create(
            (destination, _) =>
            {
                handlePipe(destination);
                return Task.CompletedTask;
            }
        );

    /// <summary>Creates a source that reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="autoFlush">Whether to pass everything on at once.</param>
    /// <returns>The source.</returns>
    public static PipeSource FromStream(Stream stream, bool autoFlush) =>
        Create(
            (destination, cancellationToken) => Copying.CopyAsync(stream, destination, autoFlush, cancellationToken)
        );

    /// <summary>Creates a source that reads a stream to its end and passes everything on at once.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The source.</returns>
    public static PipeSource FromStream(Stream stream) => FromStream(stream, true);

    /// <summary>Creates a source of the given bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The source.</returns>
    public static PipeSource FromBytes(ReadOnlyMemory<byte> data) =>
        Create(async (destination, cancellationToken) => await destination.WriteAsync(data, cancellationToken));

    /// <summary>Creates a source of the given bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The source.</returns>
    public static PipeSource FromBytes(byte[] data) => FromBytes((ReadOnlyMemory<byte>)data);

    /// <summary>Creates a source of the given text.</summary>
    /// <param name="str">The text.</param>
    /// <param name="encoding">How to turn it into bytes.</param>
    /// <returns>The source.</returns>
    public static PipeSource FromString(string str, Encoding encoding) => FromBytes(encoding.GetBytes(str));

    /// <summary>Creates a source of the given text, in the encoding of the console's input.</summary>
    /// <param name="str">The text.</param>
    /// <returns>The source.</returns>
    public static PipeSource FromString(string str) => FromString(str, Console.InputEncoding);

    private sealed class DelegatingSource(Func<Stream, CancellationToken, Task> copyTo) : PipeSource
    {
        public override Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
            copyTo(destination, cancellationToken);
    }
}
