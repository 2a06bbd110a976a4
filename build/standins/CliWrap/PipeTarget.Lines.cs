using System.Text;
using CliWrap.Internal;

namespace CliWrap;

public abstract partial class PipeTarget
{
    /// <summary>Creates a target that calls a method with every line; what no line end follows waits for end-of-file.</summary>
    /// <param name="handleLineAsync">Receives the line, without its end.</param>
    /// <param name="encoding">How to read the bytes.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync, Encoding encoding) =>
        Create(
            async (origin, cancellationToken) =>
            {
                using var reader = Copying.Reader(origin, encoding);
                while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
                {
                    await handleLineAsync(line, cancellationToken).ConfigureAwait(false);
                }
            }
        );

    /// <summary>Creates a target that calls a method with every line, read in the default encoding.</summary>
    /// <param name="handleLineAsync">Receives the line, without its end.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    /// <summary>Creates a target that calls a method with every line.</summary>
    /// <param name="handleLineAsync">Receives the line, without its end.</param>
    /// <param name="encoding">How to read the bytes.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync, Encoding encoding) =>
        ToDelegate((line, _) => handleLineAsync(line), encoding);

    /// <summary>Creates a target that calls a method with every line, read in the default encoding.</summary>
    /// <param name="handleLineAsync">Receives the line, without its end.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync) =>
        ToDelegate(handleLineAsync, Encoding.Default);

    /// <summary>Creates a target that calls a method with every line.</summary>
    /// <param name="handleLine">Receives the line, without its end.</param>
    /// <param name="encoding">How to read the bytes.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToDelegate(Action<string> handleLine, Encoding encoding) =>
        ToDelegate(
            line =>
            {
                handleLine(line);
                return Task.CompletedTask;
            },
            encoding
        );

    /// <summary>Creates a target that calls a method with every line, read in the default encoding.</summary>
    /// <param name="handleLine">Receives the line, without its end.</param>
    /// <returns>The target.</returns>
    public static PipeTarget ToDelegate(Action<string> handleLine) => ToDelegate(handleLine, Encoding.Default);
}
