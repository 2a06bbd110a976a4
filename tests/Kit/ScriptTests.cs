using System.Text;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Build.Texts;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>The two scripts are short, do the same, and work in any folder.</summary>
public sealed partial class ScriptTests
{
    private static readonly string[] _settings =
    [
        "LAB_LANG",
        "DOTNET_CLI_UI_LANGUAGE",
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
    ];

    private static string Root => KitFolder.Root;

    [Test]
    public void Both_scripts_have_the_same_steps_in_the_same_order()
    {
        var forUnix = Steps("build.sh", "#");
        var forWindows = Steps("build.cmd", "rem");

        Assert.That(forUnix, Is.Not.Empty);
        Assert.That(forWindows, Is.EqualTo(forUnix));
    }

    [Test]
    public void Both_scripts_use_the_same_files_and_the_same_exit_code()
    {
        var (forUnix, forWindows) = (Read("build.sh"), Read("build.cmd").Replace('\\', '/'));
        string[] shared =
        [
            ".lab/standins.props",
            ".dotnet",
            $"stale={Build.Freshness.StaleExitCode}",
            "NU1101",
            "build/Build.csproj",
            "-nologo -v:quiet -nodeReuse:false",
            "--channel 10.0",
        ];
        Assert.That(forUnix, Does.Contain("host=\"$kit/.lab/unix/Build.dll\""));
        Assert.That(forWindows, Does.Contain("host=%kit%.lab/windows/Build.dll"));
        foreach (var one in shared)
        {
            Assert.That(forUnix, Does.Contain(one));
            Assert.That(
                forWindows,
                Does.Contain(one).IgnoreCase.Or.Contain(one.Replace("--channel", "-Channel", StringComparison.Ordinal))
            );
        }
    }

    [Test]
    public void Both_scripts_say_the_same_in_every_language()
    {
        var forUnix = SentenceForUnix().Matches(Read("build.sh")).Select(NameAndSentence);
        var forWindows = SentenceForWindows().Matches(Read("build.cmd")).Select(NameAndSentence).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(forWindows, Is.EquivalentTo(forUnix));
            foreach (var (name, all) in forWindows.GroupBy(one => one.Name, (name, all) => (name, all.ToList())))
            {
                Assert.That(all.Distinct().Count(), Is.EqualTo(Languages.All.Count), name);
                Assert.That(Read("build.sh"), Does.Contain($"echo \"${name}\""));
                Assert.That(Read("build.cmd"), Does.Contain($"echo %{name}%"));
            }
            Assert.That(
                forWindows.Select(one => one.Sentence),
                Has.All.Matches<string>(one => Ascii.IsValid(one)),
                "any code page"
            );
        }
    }

    [TestCase("LAB_LANG=es", "es")]
    [TestCase("LAB_LANG=ES", "es")]
    [TestCase("LAB_LANG=en LANG=es_ES.UTF-8", "en")]
    [TestCase("DOTNET_CLI_UI_LANGUAGE=es-AR", "es")]
    [TestCase("DOTNET_CLI_UI_LANGUAGE=de LC_ALL=es_ES.UTF-8", "es")]
    [TestCase("handout=es LANG=en_US.UTF-8", "es")]
    [TestCase("LAB_LANG=en handout=es", "en")]
    [TestCase("LANG=es_MX.UTF-8", "es")]
    [TestCase("LANG=est_EE.UTF-8", "en")]
    [TestCase("", "en")]
    [Platform(Exclude = "Win", Reason = "build.sh is for Unix.")]
    public async Task The_script_speaks_the_same_language_as_the_kit(string settings, string language)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "build.sh");
        File.Copy(Path.Combine(Root, "build.sh"), script);
        await MakeExecutable(folder.Write(".dotnet/dotnet", "#!/bin/sh\n[ $1 = --version ]"));
        var given = settings
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToDictionary(one => one.Split('=')[0], one => one.Split('=')[1]);
        if (given.TryGetValue("handout", out var handout))
            folder.Write(KitFolder.HandoutFile, handout + "\n");

        var run = await Cli.Wrap(script)
            .WithEnvironmentVariables(_settings.ToDictionary(name => name, name => given.GetValueOrDefault(name)))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(
            run.StandardError,
            Does.Match(language == "es" ? "(^|\n)Compilando el kit" : "(^|\n)Building the kit")
        );
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "build.sh is for Unix.")]
    public async Task The_script_works_from_elsewhere_and_in_a_folder_with_blanks_and_letters()
    {
        using var folder = new TemporaryFolder();
        var kit = Path.Combine(folder.Path, "mi práctica nº 1");
        await Cli.Wrap("cp").WithArguments(["-a", Root + "/.", kit]).ExecuteAsync();

        var run = await Cli.Wrap(Path.Combine(kit, "build.sh"))
            .WithArguments(["--target=Ex1", "--program=Mine.cs"])
            .WithWorkingDirectory(folder.Path)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(
                run.StandardError,
                Does.Contain(Path.Combine(folder.Path, "Mine.cs")),
                "seen from where one stands"
            );
            Assert.That(run.StandardError, Does.Not.Contain("Building"), "nothing has changed");
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "build.sh is for Unix.")]
    public async Task Without_an_SDK_and_without_a_network_it_says_what_to_install()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Root, "build.sh"), Path.Combine(folder.Path, "build.sh"));
        // The folder has only the shell's own tools: no dotnet, no curl, no wget.
        var tools = Path.Combine(folder.Path, "tools");
        Directory.CreateDirectory(tools);
        foreach (var tool in new[] { "bash", "dirname", "mkdir" })
            File.CreateSymbolicLink(Path.Combine(tools, tool), $"/usr/bin/{tool}");

        var run = await Cli.Wrap("/bin/bash")
            .WithArguments([Path.Combine(folder.Path, "build.sh"), "--target=Ex1"])
            .WithEnvironmentVariables(new Dictionary<string, string?> { ["PATH"] = tools })
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), run.StandardOutput + run.StandardError);
            Assert.That(run.StandardError, Does.Contain("install it from https://dot.net"));
        }
    }

    [TestCase("Cake.Frosting", true)]
    [TestCase("NUnit", false)]
    [Platform(Exclude = "Win", Reason = "build.sh is for Unix.")]
    public async Task A_registry_without_Cake_Frosting_gets_the_stand_in(string lacking, bool standIn)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "build.sh");
        File.Copy(Path.Combine(Root, "build.sh"), script);
        // This dotnet finds no package until there is a stand-in, and then runs a host that says hello.
        var dotnet = folder.Write(
            ".dotnet/dotnet",
            $"""
            #!/bin/sh
            cd '{folder.Path}'
            case $1 in
              --version) echo 10.0.100 ;;
              build) [ -f .lab/standins.props ] || {"{"} echo 'error NU1101: Unable to find package {lacking}.'; exit 1; {"}"} ;;
              *) echo hello ;;
            esac
            """
        );
        await MakeExecutable(dotnet);

        var run = await Cli.Wrap(script).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();

        using (Assert.EnterMultipleScope())
        {
            const string Notice = "lacks Cake.Frosting: using the kit's stand-in for it from now on.\nhello";
            Assert.That(run.ExitCode, Is.EqualTo(standIn ? 0 : 2), run.StandardOutput + run.StandardError);
            Assert.That(run.StandardOutput, standIn ? Does.Contain(Notice) : Is.Empty);
            Assert.That(
                run.StandardError,
                standIn ? Does.Not.Contain(lacking) : Does.Contain(lacking),
                "a failed build"
            );
        }
    }

    private static async Task MakeExecutable(string file) =>
        await Cli.Wrap("chmod").WithArguments(["+x", file]).ExecuteAsync();

    private static (string Name, string Sentence) NameAndSentence(Match match) =>
        (match.Groups["name"].Value, match.Groups["sentence"].Value);

    private static string Read(string script) => File.ReadAllText(Path.Combine(Root, script));

    private static IEnumerable<string> Steps(string script, string comment) =>
        StepLine()
            .Matches(Read(script))
            .Where(match => match.Groups["comment"].Value == comment)
            .Select(match => match.Groups["step"].Value);

    [GeneratedRegex(@"^\s+(?<name>\w+)=""(?<sentence>[^""$]* [^""$]*)""$", RegexOptions.Multiline)]
    private static partial Regex SentenceForUnix();

    [GeneratedRegex(@"^set ""(?<name>\w+)=(?<sentence>[^""%]* [^""%]*)""\r?$", RegexOptions.Multiline)]
    private static partial Regex SentenceForWindows();

    [GeneratedRegex(@"^(?<comment>#|rem) (?<step>\d\. [^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex StepLine();
}
