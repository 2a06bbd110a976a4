using System.IO.Pipelines;

namespace CliWrap;

public abstract partial class PipeTarget
{
    /// <summary>Creates a target that gives everything to each of several targets.</summary>
    /// <param name="targets">The targets.</param>
    /// <returns>The target.</returns>
    public static PipeTarget Merge(params PipeTarget[] targets)
    {
        PipeTarget[] parts = [.. targets.SelectMany(t => t is MergedTarget m ? m.Parts : [t]).Where(t => t != Null)];
        return parts switch
        {
            [] => Null,
            [var only] => only,
            _ => new MergedTarget(parts),
        };
    }

    private sealed class MergedTarget(PipeTarget[] parts) : PipeTarget
    {
        public PipeTarget[] Parts { get; } = parts;

        public override async Task CopyFromAsync(Stream origin, CancellationToken cancellationToken = default)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var pipes = Parts.Select(_ => new Pipe()).ToArray();
            var readers = Task.WhenAll(Parts.Zip(pipes, (part, pipe) => ReadAsync(part, pipe.Reader, stop)));
            try
            {
                await WriteAsync(origin, pipes, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                await readers.ConfigureAwait(false);
            }
        }

        private static async Task ReadAsync(PipeTarget part, PipeReader reader, CancellationTokenSource stop)
        {
            try
            {
                await part.CopyFromAsync(reader.AsStream(leaveOpen: true), stop.Token).ConfigureAwait(false);
            }
            catch
            {
                await stop.CancelAsync().ConfigureAwait(false);
                throw;
            }
            finally
            {
                await reader.CompleteAsync().ConfigureAwait(false);
            }
        }

        private static async Task WriteAsync(Stream origin, Pipe[] pipes, CancellationToken cancellationToken)
        {
            try
            {
                var buffer = new byte[81920];
                int count;
                while ((count = await origin.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    foreach (var pipe in pipes)
                    {
                        await pipe
                            .Writer.WriteAsync(buffer.AsMemory(0, count), cancellationToken)
                            .ConfigureAwait(false);
                    }
                }
            }
            finally
            {
                foreach (var pipe in pipes)
                {
                    await pipe.Writer.CompleteAsync().ConfigureAwait(false);
                }
            }
        }
    }
}
