namespace Lab.Harness;

/// <summary>Gives up work that has started processes.</summary>
public static class Cancellation
{
    /// <summary>
    /// Cancels the work. A process that ends at this moment may refuse to be killed, or to have its children listed.
    /// This is no error: the job or the search by key ends whatever is left of it.
    /// </summary>
    public static void GiveUp(this CancellationTokenSource work)
    {
        try
        {
            work.Cancel();
        }
        catch (AggregateException)
        {
            // All callbacks have run, even if one of them threw.
        }
    }
}
