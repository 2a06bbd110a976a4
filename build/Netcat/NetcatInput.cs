using System.Text;

namespace Lab.Build.Netcat;

/// <summary>Standard input, in pieces as it comes.</summary>
public static class NetcatInput
{
    private const int MostAtOnce = 1 << 14;

    /// <summary>The pieces, until the end of the input.</summary>
    /// <remarks>
    /// A keyboard gives lines, which are converted from the console's own code page to UTF-8. A pipe or a file gives
    /// its bytes unchanged.
    /// </remarks>
    public static IAsyncEnumerable<byte[]> Pieces() => Console.IsInputRedirected ? Bytes() : Lines();

    private static async IAsyncEnumerable<byte[]> Lines()
    {
        // The read runs in the background, because it cannot be cancelled and must not keep netcat from ending.
        while (await Task.Run(Console.ReadLine) is { } line)
            yield return Encoding.UTF8.GetBytes(line + "\n");
    }

    private static async IAsyncEnumerable<byte[]> Bytes()
    {
        var input = Console.OpenStandardInput();
        var buffer = new byte[MostAtOnce];
        int count;
        while ((count = await Task.Run(() => input.Read(buffer))) > 0)
            yield return buffer[..count];
    }
}
