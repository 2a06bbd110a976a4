using System.Diagnostics;
using CliWrap;
using CliWrap.Buffered;
using Lab.Build;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests.Teaching;

/// <summary>A cluster of one node with Slurm, which runs on this machine as long as a test needs it.</summary>
internal sealed class Cluster : IDisposable
{
    private static readonly string[] _places = ["/usr/sbin", "/usr/bin"];
    private static readonly string[] _state = ["--noheader", "--format=%T"];
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _daemons = [];

    /// <summary>Starts the cluster. The test is skipped if Slurm is missing, or if this is not root.</summary>
    public static async Task<Cluster> Start()
    {
        if (Environment.UserName != "root" || !(Has("slurmctld") && Has("slurmd") && Has("munged")))
            Assert.Ignore("Slurm and munge are not installed, or this is not root, who may start them.");
        var cluster = new Cluster();
        try
        {
            cluster.StartDaemons();
            await cluster.AwaitNode();
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>Submits a job from the kit's top folder, and waits for its end.</summary>
    public async Task<HostRun> Submit(params string[] arguments)
    {
        var run = await Command("sbatch", ["--wait", $"--output={At("job-%a.log")}", .. arguments]);
        return new(run.ExitCode, run.StandardOutput + Logs(), run.StandardError);
    }

    public void Dispose()
    {
        foreach (var daemon in _daemons.AsEnumerable().Reverse())
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }
        _folder.Dispose();
    }

    private string Configuration => At("slurm.conf");

    private string At(string name) => Path.Combine(_folder.Path, name);

    private static bool Has(string program) => _places.Any(folder => File.Exists(Path.Combine(folder, program)));

    private void StartDaemons()
    {
        var node = Environment.MachineName.Split('.')[0];
        int[] ports = [EndPoints.FreshAtLocalhost().Port, EndPoints.FreshAtLocalhost().Port];
        Directory.CreateDirectory(At("state"));
        Directory.CreateDirectory(At("spool"));
        File.WriteAllBytes(At("key"), System.Security.Cryptography.RandomNumberGenerator.GetBytes(128));
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(At("key"), UnixFileMode.UserRead);
        _folder.Write(
            "slurm.conf",
            $"""
            ClusterName=lab
            SlurmctldHost={node}(127.0.0.1)
            AuthType=auth/munge
            AuthInfo=socket={At("munge.socket")}
            CredType=cred/munge
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("slurmctld.pid")}
            SlurmdPidFile={At("slurmd.pid")}
            SlurmctldPort={ports[0]}
            SlurmdPort={ports[1]}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            ReturnToService=2
            NodeName={node} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} RealMemory=4096 State=UNKNOWN
            PartitionName=lab Nodes={node} Default=YES MaxTime=INFINITE State=UP

            """
        );
        // A temporary folder is open to all, which munge warns of.
        Start(
            "munged",
            "--foreground",
            "--force",
            $"--key-file={At("key")}",
            $"--socket={At("munge.socket")}",
            $"--pid-file={At("munged.pid")}",
            $"--log-file={At("munged.log")}",
            $"--seed-file={At("seed")}"
        );
        Start("slurmctld", "-D", "-f", Configuration);
        // A job is nobody's child, so it would go on without its daemon. It ends with the daemon's namespace.
        Start("unshare", "--pid", "--fork", "--kill-child", "--mount-proc", "slurmd", "-D", "-f", Configuration);
    }

    private void Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLURM_CONF"] = Configuration },
        };
        var daemon = Process.Start(start)!;
        // Nobody reads what it prints, but a full pipe would stop it.
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        _daemons.Add(daemon);
    }

    // Whoever asks before the controller listens is refused at once, so it is asked again.
    private async Task AwaitNode()
    {
        using var bound = new CancellationTokenSource(_patience);
        while (!(await Command("sinfo", _state)).StandardOutput.Contains("idle", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(100), bound.Token);
    }

    private string Logs() =>
        string.Concat(Directory.EnumerateFiles(_folder.Path, "job-*.log").Order().Select(File.ReadAllText));

    private async Task<BufferedCommandResult> Command(string program, IEnumerable<string> arguments)
    {
        using var bound = new CancellationTokenSource(_patience);
        return await Cli.Wrap(program)
            .WithArguments(arguments)
            .WithWorkingDirectory(KitFolder.Root)
            .WithEnvironmentVariables(
                new Dictionary<string, string?> { ["SLURM_CONF"] = Configuration, ["LAB_LANG"] = "en" }
            )
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(bound.Token);
    }
}
