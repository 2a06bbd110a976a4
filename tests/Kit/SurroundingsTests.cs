using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>
/// Tests the kit in difficult surroundings. It must give the same result, or say in one sentence why there is none.
/// </summary>
[All]
[Platform("Linux", Reason = "The surroundings are made with what Linux has: namespaces, limits, a terminal by script.")]
public sealed partial class SurroundingsTests
{
    // A script ends with this exit code if the machine cannot create the surroundings.
    private const int CannotMake = 77;

    private const string Kit = "\"$KIT\"/build.sh \"$@\"";

    // The bound makes a host that hangs fail its own test, and no other one.
    private static readonly TimeSpan _bound = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public Task The_checkout_is_read_only() =>
        Passes(
            "Ex1",
            Unshared(
                "-m",
                """
                mount --bind "$KIT" "$KIT" && mount -o remount,bind,ro "$KIT" && cd "$KIT" && ! touch any 2> /dev/null
                """
            )
        );

    [TestCase(
        "is full",
        """mount -t tmpfs -o size=16k none "$DIR" && ! head -c 32k /dev/zero 2> /dev/null > "$DIR/all" """
    )]
    [TestCase("is read-only", """mount -t tmpfs -o ro none "$DIR" && ! touch "$DIR/any" 2> /dev/null""")]
    [TestCase("is not there", """export TMPDIR="$DIR/none" """)]
    public async Task The_temporary_folder(string how, string make)
    {
        var run = await Check("Ex1", Unshared("-m", $"export TMPDIR=\"$DIR\"; {make}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2), how + run.StandardOutput + run.StandardError);
            Assert.That(run.StandardError.TrimEnd().Split('\n'), Has.Length.EqualTo(1), "one sentence");
            Assert.That(run.StandardError, Does.Contain("in the temporary folder " + _folder.Path));
            Assert.That(run.StandardError, Does.Not.Contain("   at "), "no stack trace");
        }
    }

    [Test]
    public Task The_home_is_read_only() =>
        Passes(
            "Ex1",
            Unshared(
                "-m",
                """mkdir "$DIR/home" && mount -t tmpfs -o ro none "$DIR/home" && export HOME="$DIR/home" && ! touch "$HOME/any" 2> /dev/null"""
            )
        );

    [Test]
    public Task A_broken_configuration_of_NuGet_is_nearby() =>
        Passes("Ex1", $"cd \"$DIR\" && echo '<configuration>' > nuget.config && {Kit}");

    [TestCase("Ex1")]
    [TestCase("Ex3")]
    public Task There_is_no_IPv6(string exercise) =>
        Passes(
            exercise,
            Unshared(
                "-n",
                "ip link set lo up && sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.lo.disable_ipv6=1"
            )
        );

    // The solution connects to the given address. The other program looks up the name of this address, and then the
    // addresses of that name.
    [TestCase("--solution")]
    [TestCase("--program=tests/Programs/Ex1/HostEntryLoop.cs")]
    public Task Localhost_is_IPv6_first(string program) =>
        Passes(
            "Ex1",
            Unshared(
                "-m",
                """
                printf '::1 localhost\n127.0.0.1 localhost\n' > "$DIR/hosts" && mount --bind "$DIR/hosts" /etc/hosts \
                  && getent ahosts localhost | head -n 1 | grep -q ^::1
                """
            ),
            program
        );

    [TestCase("Ex1")]
    [TestCase("Ex3")]
    public Task A_process_may_open_256_files(string exercise) => Passes(exercise, $"ulimit -n 256; {Kit}");

    [TestCase("es_ES.UTF-8", @"\d,\d s · semilla \d+\n")]
    [TestCase("de_DE.UTF-8", @"\d\.\d s · seed \d+\n")]
    [TestCase("ar_EG.UTF-8", @"\d\.\d s · seed \d+\n")]
    public async Task Numbers_have_commas(string locale, string end)
    {
        var run = await Passes("Ex1", $"export LANG={locale} LC_ALL={locale}; {Kit}");

        Assert.That(run.StandardOutput, Does.Match(end));
    }

    [TestCase("Ex1", "--solution", 0)]
    [TestCase("Ex1", "--seed=1", 1)]
    public async Task The_terminal_is_40_columns_wide(string exercise, string argument, int exitCode)
    {
        var run = await Check(
            exercise,
            $$"""
            command -v script > /dev/null || exit {{CannotMake}}
            export TERM=xterm
            script -qefc 'stty cols 40 rows 20 && exec "$KIT/build.sh" --target={{exercise}} {{argument}}' /dev/null
            """
        );

        var lines = TerminalCommand().Replace(run.StandardOutput, "").Split('\n').Select(LastWritten);
        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.StandardOutput);
        Assert.That(lines.Where(line => line.Length > 40 && line.Trim().Contains(' ')), Is.Empty);
    }

    [Test]
    public Task There_is_no_terminal() => Passes("Ex1", $"exec setsid -w {Kit} <&-");

    private async Task<BufferedCommandResult> Passes(string exercise, string script, string program = "--solution")
    {
        var run = await Check(exercise, script, program);

        var file = Path.Combine(_folder.Path, "result.json");
        Assert.That(File.Exists(file), run.StandardOutput + run.StandardError);
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.StandardOutput + run.StandardError);
            // The shell's own message about a missing language does not come from the kit.
            Assert.That(
                run.StandardError.Split('\n').Where(line => line.Length > 0 && !line.Contains("setlocale")),
                Is.Empty
            );
            Assert.That(result.Text("outcome"), Is.EqualTo("passed"), result.Summary());
            Assert.That(result.GetProperty("seconds").GetDouble(), Is.InRange(0.1, 300));
        }
        return run;
    }

    /// <summary>
    /// Runs the script, in which build.sh checks the program. The test is skipped by name if the machine cannot create
    /// the surroundings.
    /// </summary>
    private async Task<BufferedCommandResult> Check(string exercise, string script, string program = "--solution")
    {
        using var bound = new CancellationTokenSource(_bound);
        string[] arguments = [$"--target={exercise}", program, $"--output={Path.Combine(_folder.Path, "result.json")}"];
        var run = await Cli.Wrap("bash")
            .WithArguments(["-c", script, "bash", .. arguments])
            .WithWorkingDirectory(KitFolder.Root)
            .WithEnvironmentVariables(
                new Dictionary<string, string?> { ["KIT"] = KitFolder.Root, ["DIR"] = _folder.Path }
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(bound.Token);
        if (run.ExitCode == CannotMake)
            Assert.Ignore($"This machine cannot do that: {run.StandardError.Trim()}");
        return run;
    }

    // The command runs as root, or as a user who is root in a namespace of his own.
    private static string Unshared(string kind, string make) =>
        $$"""
            user=; [ "$(id -u)" -eq 0 ] || user=-r
            unshare $user {{kind}} true || exit {{CannotMake}}
            export make='{{make.Replace("'", @"'\''", StringComparison.Ordinal)}}'
            exec unshare $user {{kind}} bash -c 'eval "$make" || exit {{CannotMake}}; exec {{Kit}}' bash "$@"
            """;

    // The text that remains visible of a line that was overwritten.
    private static string LastWritten(string line) => line.TrimEnd('\r').Split('\r')[^1];

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex TerminalCommand();
}
