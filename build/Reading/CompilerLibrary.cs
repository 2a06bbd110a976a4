using System.Runtime.Loader;
using Lab.Build.Checking;

namespace Lab.Build.Reading;

/// <summary>The library of the SDK's own compiler, which can read C#. It is compiled ahead already.</summary>
internal static class CompilerLibrary
{
    private static readonly Lazy<bool> _findable = new(() =>
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(Compiler.Folder, name.Name + ".dll") is var path && File.Exists(path)
                ? context.LoadFromAssemblyPath(path)
                : null;
        return true;
    });

    /// <summary>Makes the library findable. Nothing is loaded before it is used.</summary>
    public static void MakeFindable() => _ = _findable.Value;
}
