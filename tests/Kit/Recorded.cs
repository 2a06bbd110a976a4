using System.IO.Compression;
using System.Text;
using Lab.Build;
using Lab.Build.Checking;
using Lab.Build.Results;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// The recorded results of checks of some known programs, in Baseline/Documents. There is at least one program for each
/// verdict, and each exercise as handed out and as solved. Tests of views use these results, so that no program has to
/// run.
/// </summary>
internal static class Recorded
{
    private static readonly string _folder = Path.Combine(KitFolder.Root, "tests", "Kit", "Baseline", "Documents");

    private static readonly Lazy<IReadOnlyDictionary<string, ResultDocument>> _all = new(() =>
        Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal).ToDictionary(NameOf, Read)
    );

    /// <summary>The documents by the names of their programs.</summary>
    public static IReadOnlyDictionary<string, ResultDocument> All => _all.Value;

    /// <summary>Checks the programs, and writes the documents.</summary>
    public static async Task WriteAll()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        Directory.CreateDirectory(_folder);
        foreach (var (name, request) in Requests())
            await Write(name, await CheckOnly(request, KitFolder.Root + Path.DirectorySeparatorChar, ""));
        foreach (var program in Programs())
            await Write(program.Name, await CheckAsOwn(program));
    }

    // The recorded programs, under names that a file may have.
    private static IEnumerable<(string Name, CheckRequest Request)> Requests()
    {
        foreach (var exercise in Exercise.All)
        {
            yield return ($"{exercise.Id} starter", Request(exercise, KitFolder.ProgramOf(exercise)));
            yield return ($"{exercise.Id} solution", Request(exercise, KitFolder.ProgramOf(exercise, true)));
        }
        yield return ("Ex1 no such command", new(Exercise.Client, new Source.Command("no-such-command"), 4711));
        var server = Path.Combine(KitFolder.Root, "tests", "Programs", "Python", "echo_server.py");
        yield return ("Ex2 a command", new(Exercise.EchoServer, new Source.Command($"python3 {server}"), 4711));
    }

    private static CheckRequest Request(Exercise exercise, string path) => new(exercise, new Source.CSharp(path), 4711);

    // The first and the last program of each verdict are taken. They belong to different exercises if there are
    // several.
    private static IEnumerable<KnownProgram> Programs() =>
        KnownPrograms
            .All.Where(program => program.Verdict is not null)
            .GroupBy(program => program.Verdict)
            .SelectMany(group => new[] { group.First(), group.Last() }.Distinct());

    private static async Task<ResultDocument> CheckAsOwn(KnownProgram program)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("Program.cs", program.Source);
        var own = KitFolder.Shown(Path.GetDirectoryName(KitFolder.ProgramOf(program.Exercise))!);
        return await CheckOnly(Request(program.Exercise, path), folder.Path, own);
    }

    // The folder is replaced, so that the document contains no path of this machine.
    private static async Task<ResultDocument> CheckOnly(CheckRequest request, string folder, string instead)
    {
        var result = await Check.Run(request, new Progress<CheckProgress>(), CancellationToken.None);
        return DocumentFormat.Read(result.ToJson().ToJsonString().Replace(folder, instead, StringComparison.Ordinal));
    }

    private static async Task Write(string name, ResultDocument result)
    {
        var file = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')) + ".json.gz";
        await using var zipped = new GZipStream(
            File.Create(Path.Combine(_folder, file)),
            CompressionLevel.SmallestSize
        );
        await zipped.WriteAsync(Encoding.UTF8.GetBytes(result.ToJson().ToJsonString()));
    }

    private static string NameOf(string file) =>
        Path.GetFileName(file).Replace(".json.gz", "", StringComparison.Ordinal);

    private static ResultDocument Read(string file)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return DocumentFormat.Read(text.ReadToEnd());
    }
}
