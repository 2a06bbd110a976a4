// Tries whatever a program must not be able to do, and prints one line about each attempt.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

const string Neighbour = "{neighbour}";
const string Home = "{home}";
const string Hook = "{hook}";
const string Mark = "{mark}";
const int Harness = 0 + /*harness*/1;
const int Port = 0 + /*port*/1;

Try("reads a neighbour's work", () => File.ReadAllText(Neighbour));
Try("lists the folder of the neighbours", () => Names(Path.GetDirectoryName(Neighbour)!));
Try("lists the home", () => Names(Home));
Try("reads the passwords", () => File.ReadAllText("/etc/shadow"));
Try("lists temporary files", () => Names("/tmp", but: "lab-"));
Try("reads the command of the harness", () => File.ReadAllText($"/proc/{Harness}/cmdline"));
Try("reads the variables of the harness", () => File.ReadAllText($"/proc/{Harness}/environ"));
Try("reads the memory of the harness", () => $"{File.OpenRead($"/proc/{Harness}/mem").Length}");
Try("finds the variables of the harness in any process", () => InAnyProcess("environ", Mark));
Try("finds the harness among the commands", () => InAnyProcess("cmdline", "Build.dll"));
Try("reaches files through a process", () => Names("/proc/1/root/home") + Names("/proc/1/cwd/home"));
Try("writes beside the system's programs", () => Write("/usr/bin/escaped"));
Try("writes at the top", () => Write("/escaped"));
Try("writes to /etc", () => Write("/etc/escaped"));
Try("writes to /dev", () => Write("/dev/escaped"));
Try("changes the hook", () => Append(Hook));
Try("changes itself", () => Append(typeof(Attempts).Assembly.Location));
Try("removes itself", () => Remove(typeof(Attempts).Assembly.Location));
Try("changes the runtime", () => Append(typeof(object).Assembly.Location));
Try("changes its neighbour", () => Append(Neighbour));
Try("writes a setting of the kernel", () => Append("/proc/sys/kernel/core_pattern"));
Try("gives orders to the kernel", () => Append("/proc/sysrq-trigger"));
Try("reads the memory of the machine", () => $"{File.OpenRead("/proc/kcore").ReadByte()}");
Try("talks to a service of the machine", () => Connect(IPAddress.Loopback, Port));
Try("talks outward", () => Connect(IPAddress.Parse("192.0.2.1"), 80));
Try("talks to its router", () => Connect(IPAddress.Parse("169.254.169.254"), 80));
Try("finds another network", () => File.ReadAllLines("/proc/net/dev").Skip(2).First(line => !line.Contains(" lo:")));
Try("talks over an abstract socket", () => ConnectUnix("\0" + Mark));
Try("talks over a socket in a folder", () => ConnectUnix(Path.Combine(Path.GetDirectoryName(Neighbour)!, "socket")));
Try("talks to the hypervisor", () => Libc.Socket(40, 1, 0));
Try("makes raw packets", () => Libc.Socket(17, 3, 0x300));
Try("makes raw internet packets", () => Libc.Socket(2, 3, 1));
Try("signals the harness", () => Libc.Kill(Harness, 0));
Try("traces the harness", () => Libc.Call(Number.Ptrace, 0x4206, Harness, 0, 0));
Try("uses the keys of the user", () => Libc.Call(Number.Keyctl, 0, -3, 0, 0));
Try("types into the terminal", () => Libc.Ioctl(0, 0x5412, "x"));
Try("opens the terminal", () => $"{File.OpenWrite("/dev/tty").CanWrite}");
Try("makes namespaces", () => Libc.Call(Number.Unshare, 0x1000_0000, 0, 0, 0));
Try("mounts", () => Libc.Call(Number.Mount, 0, 0, 0, 0));
Try("becomes another user", () => Libc.Call(Number.Setuid, 0, 0, 0, 0));
Try("gains privileges", () => Status("NoNewPrivs:\t0") + Status("CapEff:\t0000000000000001"));
Try("hides memory in a file without a name", () => Libc.Call(Number.Memfd, Marshal.StringToHGlobalAnsi("x"), 0, 0, 0));
Try("hides memory in a segment", () => Libc.Call(Number.Shmget, 0, 1 << 20, 512 + 384, 0));
Try("loads programs into the kernel", () => Libc.Call(Number.Bpf, 0, 0, 0, 0));
Try("opens a thousand files", () => OpenMany());
Try("finds the key of its reports", () => FindKey());
Try("fills the temporary folder", () => Fill("/tmp"));
Try("fills its own folder", () => Fill(AppContext.BaseDirectory));
Try("fills the shared memory", () => Fill("/dev/shm"));

static void Try(string what, Func<string> attempt)
{
    try
    {
        string got = attempt();
        Console.WriteLine($"ESCAPED {what}: {(got.Length > 60 ? got[..60] : got).ReplaceLineEndings(" ")}");
    }
    catch (Exception failure)
    {
        Console.WriteLine($"stopped {what}: {failure.GetType().Name} {failure.Message.ReplaceLineEndings(" ")}");
    }
}

static string Names(string folder, string but = "\0")
{
    string all = string.Join(' ', Directory.GetFileSystemEntries(folder).Where(one => !one.Contains(but)));
    return all.Length > 0 ? all : throw new Exception("empty");
}

static string Write(string file)
{
    File.WriteAllText(file, "x");
    File.Delete(file);
    return "written";
}

static string Append(string file)
{
    using FileStream opened = new(file, FileMode.Open, FileAccess.Write);
    return "opened";
}

static string Remove(string file)
{
    File.Move(file, file + ".old");
    File.Move(file + ".old", file);
    return "moved";
}

static string Connect(IPAddress address, int port)
{
    using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
    return socket.ConnectAsync(address, port).Wait(2000) ? "connected" : throw new Exception("no answer");
}

static string ConnectUnix(string path)
{
    using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    socket.Connect(new UnixDomainSocketEndPoint(path));
    return "connected";
}

static string InAnyProcess(string file, string mark)
{
    foreach (string folder in Directory.GetDirectories("/proc"))
    {
        try
        {
            if (int.TryParse(Path.GetFileName(folder), out _) && File.ReadAllText(Path.Combine(folder, file)).Contains(mark))
                return folder;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException) { }
    }
    throw new Exception("in none");
}

static string Status(string line) => File.ReadAllText("/proc/self/status").Contains(line) ? line : throw new Exception("no");

// Far less than the disk holds, and more than a program may write.
static string Fill(string folder)
{
    string file = Path.Combine(folder, "large");
    try
    {
        using FileStream large = new(file, FileMode.Create);
        for (int count = 0; count < 24; count++)
            large.Write(new byte[1 << 20]);
        large.Flush(flushToDisk: true);
        return "24 MB";
    }
    finally
    {
        File.Delete(file);
    }
}

static string OpenMany()
{
    List<FileStream> all = [];
    try
    {
        for (int count = 0; count < 2000; count++)
            all.Add(new FileStream("/dev/null", FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return "2000";
    }
    finally
    {
        all.ForEach(one => one.Dispose());
    }
}

// The key is 32 hexadecimal digits. The key of the run is another one, with a dot.
static string FindKey()
{
    string all = "";
    foreach (string file in (string[])["/proc/self/environ", "/proc/1/environ", "/proc/1/cmdline"])
    {
        try
        {
            all += File.ReadAllText(file);
        }
        catch (UnauthorizedAccessException) { }
    }
    foreach (string variable in all.Split('\0'))
        if (variable.StartsWith("LAB_HOOK=") && variable.Length == "LAB_HOOK=".Length + 32)
            return variable;
    throw new Exception("no key");
}

static class Attempts;

static class Number
{
    static bool IsArm => RuntimeInformation.OSArchitecture == Architecture.Arm64;
    public static long Ptrace => IsArm ? 117 : 101;
    public static long Keyctl => IsArm ? 219 : 250;
    public static long Unshare => IsArm ? 97 : 272;
    public static long Mount => IsArm ? 40 : 165;
    public static long Setuid => IsArm ? 146 : 105;
    public static long Memfd => IsArm ? 279 : 319;
    public static long Shmget => IsArm ? 194 : 29;
    public static long Bpf => IsArm ? 280 : 321;
}

static class Libc
{
    public static string Socket(int family, int type, int protocol) => Checked(socket(family, type, protocol));

    public static string Kill(int id, int signal) => Checked(kill(id, signal));

    public static string Ioctl(int file, long request, string text) => Checked(ioctl(file, request, text));

    public static string Call(long number, long a, long b, long c, long d) => Checked(syscall(number, a, b, c, d, 0));

    static string Checked(long result) =>
        result < 0 ? throw new Exception(Marshal.GetLastPInvokeErrorMessage()) : result.ToString();

    [DllImport("libc", SetLastError = true)]
    static extern int socket(int family, int type, int protocol);

    [DllImport("libc", SetLastError = true)]
    static extern int kill(int id, int signal);

    [DllImport("libc", SetLastError = true)]
    static extern int ioctl(int file, long request, string text);

    [DllImport("libc", SetLastError = true)]
    static extern long syscall(long number, long a, long b, long c, long d, long e);
}
