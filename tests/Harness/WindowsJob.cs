using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Lab.Harness;

/// <summary>A Windows job object. All processes in it end with it, in whatever way they detached.</summary>
/// <remarks>https://learn.microsoft.com/windows/win32/procthread/job-objects</remarks>
internal sealed partial class WindowsJob : IDisposable
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;

    private readonly SafeFileHandle _handle;

    [SupportedOSPlatform("windows")]
    private WindowsJob(Process process)
    {
        _handle = CreateJobObjectW(IntPtr.Zero, null);
        var limits = default(ExtendedLimits);
        limits.LimitFlags = KillOnJobClose;
        if (
            !SetInformationJobObject(_handle, ExtendedLimitInformation, ref limits, Marshal.SizeOf<ExtendedLimits>())
            || !AssignProcessToJobObject(_handle, process.SafeHandle)
        )
        {
            throw new Win32Exception();
        }
    }

    /// <summary>
    /// Puts a process that has just been started into a job of its own. Null on other systems than Windows.
    /// </summary>
    public static WindowsJob? Around(int processId)
    {
        if (!OperatingSystem.IsWindows())
            return null;
        try
        {
            using var process = Process.GetProcessById(processId);
            return new WindowsJob(process);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // The process has ended already. Killing its tree must be enough for the children that it may have started.
            return null;
        }
    }

    /// <summary>Ends all processes in the job.</summary>
    public void Dispose() => _handle.Dispose();

    [LibraryImport("kernel32.dll", StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle CreateJobObjectW(IntPtr attributes, string? name);

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(
        SafeFileHandle job,
        int kind,
        ref ExtendedLimits limits,
        int size
    );

    [LibraryImport("kernel32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    // This is JOBOBJECT_EXTENDED_LIMIT_INFORMATION. Only its flags are ever set.
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public long PerProcessUserTimeLimit;
        public long PerJobUserTimeLimit;
        public uint LimitFlags;
        public nuint MinimumWorkingSetSize;
        public nuint MaximumWorkingSetSize;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WriteBytes;
        public ulong OtherBytes;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemoryUsed;
        public nuint PeakJobMemoryUsed;
    }
}
