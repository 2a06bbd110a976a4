namespace Lab.Build.Views;

/// <summary>What the output is shown on.</summary>
public static class Terminal
{
    private const int Narrowest = 40;
    private const int Widest = 120;
    private const int Usual = 80;

    /// <summary>How many letters a line may have.</summary>
    public static int Width
    {
        get
        {
            if (Console.IsOutputRedirected)
                return Widest;
            try
            {
                // One that does not know says 0.
                return Console.WindowWidth is > 0 and var width ? Math.Clamp(width, Narrowest, Widest) : Usual;
            }
            catch (IOException)
            {
                return Usual;
            }
        }
    }
}
