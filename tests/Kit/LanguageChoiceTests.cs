using Lab.Build.Results;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests which language the kit speaks, and what it says if it does not speak the one that was asked for.</summary>
public sealed class LanguageChoiceTests
{
    private static readonly string[] _variables =
    [
        "LAB_LANG",
        "DOTNET_CLI_UI_LANGUAGE",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ];

    [TestCase("es", "es")]
    [TestCase("ES", "es")]
    [TestCase("es-AR", "es")]
    [TestCase("es_MX.UTF-8", "es")]
    [TestCase("en-GB", "en")]
    [TestCase("est", null)]
    [TestCase("de", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_region_does_not_matter(string? name, string? code) =>
        Assert.That(Languages.Find(name)?.Code, Is.EqualTo(code));

    // Each row has all settings, the strongest first.
    [TestCase("es", "en", "en", "en_GB.UTF-8", "es")]
    [TestCase(null, "es-AR", "en", "en_GB.UTF-8", "es")]
    [TestCase(null, null, "es", "en_GB.UTF-8", "es")]
    [TestCase(null, null, "de", "es_ES.UTF-8", "es")]
    [TestCase(null, null, null, "es_ES.UTF-8", "es")]
    [TestCase(null, null, null, "de_DE.UTF-8", "en")]
    [TestCase("en", "es", "es", "es_ES.UTF-8", "en")]
    [Platform(Exclude = "Win", Reason = "Windows has the language of its user interface elsewhere.")]
    public async Task The_strongest_setting_decides(string? given, string? lab, string? sdk, string locale, string code)
    {
        var run = await Run(
            ["--description", .. given is null ? [] : new[] { $"--lang={given}" }],
            ("LAB_LANG", lab),
            ("DOTNET_CLI_UI_LANGUAGE", sdk),
            ("LANG", locale)
        );

        Assert.That(run.Output, Does.Contain(Languages.Find(code)!.MeaningHeading), run.Error);
    }

    [TestCase("--lang=de", null, "--lang=de: el kit no habla ese idioma")]
    [TestCase("--lang", null, "A --lang le falta el valor")]
    [TestCase(null, "de", "LAB_LANG=de: el kit no habla ese idioma")]
    public async Task An_unknown_language_gets_a_sentence_in_a_known_one(string? given, string? lab, string sentence)
    {
        var run = await Run(given is null ? [] : [given], ("LAB_LANG", lab), ("DOTNET_CLI_UI_LANGUAGE", "es"));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(sentence));
    }

    [Test]
    public async Task The_compiler_speaks_the_same_language()
    {
        using var folder = new TemporaryFolder();
        var program = folder.Write("Program.cs", "int number = \"text\";");

        var run = await Host.Run("--target=Ex1", $"--program={program}", "--lang=es");

        Assert.That(run.Output, Does.Contain("No se puede convertir"));
    }

    [Test]
    public async Task A_document_of_one_language_is_the_same_in_another_and_is_shown_in_it()
    {
        using var folder = new TemporaryFolder();
        var program = folder.Write("Program.cs", "int number = \"text\";");
        async Task<ResultDocument> Check(string code)
        {
            var file = Path.Combine(folder.Path, "result.json");
            await Host.Run("--target=Ex1", $"--program={program}", "--seed=1", $"--lang={code}", $"--output={file}");
            var document = DocumentFormat.Read(await File.ReadAllTextAsync(file));
            // The compiler is quoted, in the language that it speaks.
            return document with
            {
                Seconds = 0,
                CompilerErrors = [.. document.CompilerErrors.Select(error => error with { Message = "" })],
            };
        }

        Assert.That(await Check("es"), Is.EqualTo(await Check("en")));
        var run = await Host.Run("--target=Report", $"--input={Path.Combine(folder.Path, "result.json")}", "--lang=es");
        Assert.That(run.Output, Does.Contain("El programa no compila"));
    }

    private static Task<HostRun> Run(string[] arguments, params (string Name, string? Value)[] settings)
    {
        var all = _variables.ToDictionary(name => name, name => settings.FirstOrDefault(one => one.Name == name).Value);
        return Host.RunWith(all, arguments);
    }
}
