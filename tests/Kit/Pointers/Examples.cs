using Lab.Build;
using Lab.Build.Reading;

namespace Lab.Kit.Tests.Pointers;

/// <summary>
/// Programs with a mistake in the styles that students write, and programs in which the same text does no harm. They are
/// read and never run, so what does not matter is left out.
/// </summary>
internal static partial class Examples
{
    public static IReadOnlyList<Example> All =>
        [.. Timeouts, .. EndPoints, .. Texts, .. Bytes, .. Ends, .. Threads, .. Servers];
}
