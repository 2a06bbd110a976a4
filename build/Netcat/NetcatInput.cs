using System.Text;

namespace Lab.Build.Netcat;

/// <summary>Standard input, piece by piece as it comes.</summary>
public static class NetcatInput
{
    private const int MostAtOnce = 1 << 14;

    /// <summary>The pieces, until the end of the input.</summary>
    /// <remarks>
    /// From a keyboard come lines, in UTF-8 whatever the console's own code page; from a pipe or a file come bytes as they
    /// are.
    /// </remarks>
    public static IAsyncEnumerable<byte[]> Pieces() => Console.IsInputRedirected ? Bytes() : Lines();

    private static async IAsyncEnumerable<byte[]> Lines()
    {
        // In the background: nobody can be kept from leaving while he may still type.
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
