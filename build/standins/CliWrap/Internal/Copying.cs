using System.Text;

namespace CliWrap.Internal;

internal static class Copying
{
    public static Task Nothing(CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : Task.CompletedTask;

    public static StreamReader Reader(Stream origin, Encoding encoding) =>
        new(origin, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1024, leaveOpen: true);

    public static async Task CopyAsync(Stream from, Stream to, bool autoFlush, CancellationToken cancellationToken)
    {
        var buffer = new byte[81920];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            if (autoFlush)
            {
                await to.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
