namespace Lab.Harness;

/// <summary>Gives up work that has started processes.</summary>
public static class Cancellation
{
    /// <summary>
    /// Cancels. A process that ends at this moment may refuse to be killed, or to tell its children: that is no error, for
    /// what is left of it is ended by the job, or found by its key.
    /// </summary>
    public static void GiveUp(this CancellationTokenSource work)
    {
        try
        {
            work.Cancel();
        }
        catch (AggregateException)
        {
            // Every callback has run all the same.
        }
    }
}
