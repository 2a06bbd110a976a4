using Lab.Build.Results;
using Lab.Build.Texts;

namespace Lab.Build.Views;

/// <summary>A file that a result is written to. Its ending says which view it holds.</summary>
public static class ResultFile
{
    private static readonly Dictionary<string, Func<ResultDocument, Catalogue, string>> _views = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".json"] = (result, texts) => new JsonView(texts).Render(result),
        [".html"] = (result, texts) => new HtmlView(texts).Render(result),
        [".md"] = (result, texts) => new MarkdownView(texts).Render(result),
        [".xml"] = (result, texts) => new JUnitView(texts).Render(result),
    };

    /// <summary>The endings of the files that can be written.</summary>
    public static IReadOnlyList<string> Endings => [.. _views.Keys];

    /// <summary>Whether there is a view for a file with this name.</summary>
    public static bool CanBe(string file) => _views.ContainsKey(Path.GetExtension(file));

    /// <summary>Writes a result to a file, completely or not at all.</summary>
    /// <param name="result">The result.</param>
    /// <param name="file">The file. Its folder is created if it is missing.</param>
    /// <param name="texts">The language.</param>
    /// <exception cref="RefusedException">The file cannot be written.</exception>
    public static void Write(ResultDocument result, string file, Catalogue texts)
    {
        var text = _views[Path.GetExtension(file)](result, texts);
        var path = Path.GetFullPath(file);
        var unfinished = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal.CannotWrite(file, failure.Message));
        }
    }
}
