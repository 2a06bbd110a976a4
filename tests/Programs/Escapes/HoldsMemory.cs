// Takes memory that the runtime does not count.
using System.Runtime.InteropServices;

for (int megabytes = 0; megabytes < 8192; megabytes += 32)
{
    unsafe_touch(Marshal.AllocHGlobal(32 << 20));
    Console.WriteLine($"holds {megabytes + 32}");
}
Thread.Sleep(-1);

static void unsafe_touch(IntPtr memory)
{
    for (int at = 0; at < 32 << 20; at += 4096)
        Marshal.WriteByte(memory, at, 1);
}
