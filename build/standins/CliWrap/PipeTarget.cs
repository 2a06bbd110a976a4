using System.Text;
using CliWrap.Internal;

namespace CliWrap;

/// <summary>Takes a program's standard output or standard error, which is closed once the target is done.</summary>
public abstract partial class PipeTarget
{
    /// <summary>Gets a target that closes the stream at once, so that a program may fail to write to it.</summary>
    public static PipeTarget Null { get; } = Create((_, cancellationToken) => Copying.Nothing(cancellationToken));

    /// <summary>Takes what the program writes.</summary>
    /// <param name="origin">The program's standard output or standard error.</param>
    /// <param name="cancellationToken">Asks to stop: the program is to be killed.</param>
    /// <returns>The taking, to be awaited.</returns>
    public abstract Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default);

    /// <summary>Creates a target from an asynchronous method.</summary>
    /// <param name="handlePipeAsync">Receives the program's output.</param>
    /// <returns>The target.</returns>
    public static PipeTarget Create(Func<Stream, CancellationToken, Task> handlePipeAsync) =>
        new DelegatingTarget(handlePipeAsync);

    /// <summary>Creates a target from a method.</summary>
    /// <param name="handlePipe">Receives the program's output.</param>
    /// <returns>The target.</returns>
    public static PipeTarget Create(Action<Stream> handlePipe) =>
        Create(
            (origin, _) =>
            {
                handlePipe(origin);
                return Task.CompletedTask;
            }
        );

    /// <summary>Creates a target that writes to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="autoFlush">Whether to flush it after every write.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToStream(Stream stream, bool autoFlush) =>
        Create((origin, cancellationToken) => Copying.CopyAsync(origin, stream, autoFlush, cancellationToken));

    /// <summary>Creates a target that writes to a stream and flushes it after every write.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToStream(Stream stream) => ToStream(stream, true);

    /// <summary>Creates a target that appends to a string builder.</summary>
    /// <param name="stringBuilder">The string builder.</param>
    /// <param name="encoding">How to read the bytes.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder, Encoding encoding) =>
        Create(
            async (origin, cancellationToken) =>
            {
                using var reader = Copying.Reader(origin, encoding);
                var buffer = new char[1024];
                int count;
                while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    stringBuilder.Append(buffer, 0, count);
                }
            }
        );

    /// <summary>Creates a target that appends to a string builder, read in the default encoding.</summary>
    /// <param name="stringBuilder">The string builder.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder) =>
        ToStringBuilder(stringBuilder, Encoding.Default);

    private sealed class DelegatingTarget(Func<Stream, CancellationToken, Task> copyFrom) : PipeTarget
    {
        public override Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default) =>
            copyFrom(origin, cancellationToken);
    }
}
