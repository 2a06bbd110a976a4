using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lab.Build.Teaching.Confining;

/// <summary>
/// The system calls that a confined program may not make: those that reach keys, other processes and other machines past
/// the namespaces, those that make memory which no process seems to hold, and those that enlarge what can be attacked in
/// the kernel. No program of this practical needs them.
/// </summary>
internal static class SystemCalls
{
    private const uint NotPermitted = 1;
    private const uint NotThere = 38;
    private const uint NoSuchFamily = 97;

    private const uint NewNamespaces = 0x7E02_0080;
    private const uint FirstOfOtherAbi = 0x4000_0000;

    private static readonly uint[] _ioctls =
    [
        0x5412 /* TIOCSTI */
        ,
        0x541C, /* TIOCLINUX */
    ];
    private static readonly uint[] _families =
    [
        1 /* unix */
        ,
        2 /* inet */
        ,
        10 /* inet6 */
        ,
        16, /* netlink */
    ];

    // The calls that programs try and do without: the C library uses clone instead of clone3, whose flags no filter sees.
    private static readonly (uint X64, uint Arm64)[] _notThere =
    [
        (435, 435), // clone3
        (319, 279), // memfd_create
        (447, 447), // memfd_secret
        (425, 425), // io_uring_setup
        (426, 426), // io_uring_enter
        (427, 427), // io_uring_register
        (323, 282), // userfaultfd
    ];

    private static readonly (uint X64, uint Arm64)[] _notPermitted =
    [
        (101, 117), // ptrace
        (310, 270), // process_vm_readv
        (311, 271), // process_vm_writev
        (312, 272), // kcmp
        (438, 438), // pidfd_getfd
        (248, 217), // add_key
        (249, 218), // request_key
        (250, 219), // keyctl
        (272, 97), // unshare
        (308, 268), // setns
        (165, 40), // mount
        (166, 39), // umount2
        (155, 41), // pivot_root
        (161, 51), // chroot
        (428, 428), // open_tree
        (429, 429), // move_mount
        (430, 430), // fsopen
        (442, 442), // mount_setattr
        (321, 280), // bpf
        (298, 241), // perf_event_open
        (29, 194), // shmget
        (64, 190), // semget
        (68, 186), // msgget
        (240, 180), // mq_open
        (304, 265), // open_by_handle_at
    ];

    /// <summary>
    /// The filter as a program for the kernel (seccomp(2)). Null for a processor whose numbers of system calls are not
    /// known here.
    /// </summary>
    public static byte[]? Filter =>
        RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => FilterFor(0xC000_003E, 41, 56, 16, call => call.X64),
            Architecture.Arm64 => FilterFor(0xC000_00B7, 198, 220, 29, call => call.Arm64),
            _ => null,
        };

    private static byte[] FilterFor(
        uint architecture,
        uint socket,
        uint clone,
        uint ioctl,
        Func<(uint X64, uint Arm64), uint> number
    )
    {
        var filter = new FilterProgram();
        filter.Load(FilterProgram.ArchitectureAt);
        filter.EndUnless(architecture);
        filter.Load(FilterProgram.NumberAt);
        filter.RefuseFrom(FirstOfOtherAbi, NotThere);
        foreach (var call in _notThere)
            filter.RefuseCall(number(call), NotThere);
        foreach (var call in _notPermitted)
            filter.RefuseCall(number(call), NotPermitted);
        filter.RefuseArgument(clone, 0, inner => inner.RefuseBits(NewNamespaces, NotPermitted));
        filter.RefuseArgument(ioctl, 1, inner => Array.ForEach(_ioctls, one => inner.RefuseCall(one, NotPermitted)));
        filter.RefuseArgument(socket, 0, inner => inner.RefuseAllBut(_families, NoSuchFamily));
        filter.Allow();
        return filter.ToBytes();
    }
}

/// <summary>A program of the kernel's classic packet filter, which looks at a system call.</summary>
/// <remarks>An instruction is a struct sock_filter: code, jump if true, jump if false, operand.</remarks>
internal sealed class FilterProgram
{
    /// <summary>The place of the call's number in struct seccomp_data.</summary>
    public const uint NumberAt = 0;

    /// <summary>The place of the architecture.</summary>
    public const uint ArchitectureAt = 4;

    private const uint ArgumentsAt = 16;
    private const ushort LoadWord = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;
    private const uint EndProcess = 0x8000_0000;
    private const uint Fail = 0x0005_0000;
    private const uint AllowCall = 0x7FFF_0000;

    private readonly List<(ushort Code, byte IfTrue, byte IfFalse, uint Operand)> _instructions = [];

    /// <summary>Loads a word of the call.</summary>
    public void Load(uint place) => Add(LoadWord, place);

    /// <summary>Ends the process unless the loaded word has this value.</summary>
    public void EndUnless(uint value)
    {
        Add(JumpIfEqual, value, ifTrue: 1);
        Add(Return, EndProcess);
    }

    /// <summary>Refuses the call if the loaded word is at least this value.</summary>
    public void RefuseFrom(uint value, uint error) => Refuse(JumpIfAtLeast, value, error);

    /// <summary>Refuses the call if the loaded word has this value.</summary>
    public void RefuseCall(uint value, uint error) => Refuse(JumpIfEqual, value, error);

    /// <summary>Refuses the call if the loaded word has any of these bits.</summary>
    public void RefuseBits(uint bits, uint error) => Refuse(JumpIfAnyBit, bits, error);

    /// <summary>Refuses the call unless the loaded word has one of these values.</summary>
    public void RefuseAllBut(uint[] values, uint error)
    {
        // Each value jumps over the values that follow it, and over the refusal.
        for (var at = 0; at < values.Length; at++)
            Add(JumpIfEqual, values[at], ifTrue: (byte)(values.Length - at));
        Add(Return, Fail | error);
    }

    /// <summary>Looks at the lower half of an argument of one call.</summary>
    /// <param name="call">The number of the call.</param>
    /// <param name="argument">The number of the argument, from 0.</param>
    /// <param name="look">Adds what is done with the argument.</param>
    public void RefuseArgument(uint call, uint argument, Action<FilterProgram> look)
    {
        var inner = new FilterProgram();
        inner.Load(ArgumentsAt + 8 * argument);
        look(inner);
        inner.Allow();
        Add(JumpIfEqual, call, ifFalse: (byte)inner._instructions.Count);
        _instructions.AddRange(inner._instructions);
    }

    /// <summary>Lets the call through.</summary>
    public void Allow() => Add(Return, AllowCall);

    /// <summary>The program as the kernel reads it.</summary>
    public byte[] ToBytes()
    {
        const int Size = 8;
        var bytes = new byte[_instructions.Count * Size];
        for (var at = 0; at < _instructions.Count; at++)
        {
            var (code, ifTrue, ifFalse, operand) = _instructions[at];
            var place = bytes.AsSpan(at * Size);
            BinaryPrimitives.WriteUInt16LittleEndian(place, code);
            (place[2], place[3]) = (ifTrue, ifFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(place[4..], operand);
        }
        return bytes;
    }

    private void Refuse(ushort jump, uint value, uint error)
    {
        Add(jump, value, ifFalse: 1);
        Add(Return, Fail | error);
    }

    private void Add(ushort code, uint operand, byte ifTrue = 0, byte ifFalse = 0) =>
        _instructions.Add((code, ifTrue, ifFalse, operand));
}
