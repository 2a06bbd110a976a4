using System.Text;
using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Harness;
using NUnit.Framework;

namespace Lab.Kit.Tests;

/// <summary>Tests what is taken from the program's own words, and from the times at which it says them.</summary>
public sealed class ComplaintTests
{
    private const string InDotNet = """
        Listening
        Exception: System.Net.Sockets.SocketException (111): Connection refused
           at System.Net.Sockets.Socket.Connect(EndPoint remoteEP)
           at System.Net.Sockets.TcpClient..ctor(String hostname, Int32 port)
           at Program.<Main>$(String[] args) in /home/ana/Program.cs:line 31
           at Program.Run() in /home/ana/Program.cs:line 40
        Bye
        """;

    private const string InPython = """
        Exception in thread Thread-1 (serve):
        Traceback (most recent call last):
          File "/usr/lib/python3.12/threading.py", line 1073, in _bootstrap_inner
            self.run()
          File "/home/ana/server.py", line 12, in serve
            text = data.decode("ascii")
                   ^^^^^^^^^^^^^^^^^^^^
        UnicodeDecodeError: 'ascii' codec can't decode byte 0xc3
        """;

    private const string InJava = """
        Exception in thread "Thread-0" java.lang.IllegalStateException: bad
        	at java.base/java.util.Optional.get(Optional.java:143)
        	at Server.serve(Server.java:31)
        	at java.base/java.lang.Thread.run(Thread.java:840)
        """;

    [TestCase(
        Happening.Print,
        InDotNet,
        "Exception: System.Net.Sockets.SocketException (111): Connection refused",
        "at Program.<Main>$(String[] args) in /home/ana/Program.cs:line 31"
    )]
    [TestCase(
        Happening.PrintError,
        InPython,
        "Exception in thread Thread-1 (serve):",
        "UnicodeDecodeError: 'ascii' codec can't decode byte 0xc3",
        "File \"/home/ana/server.py\", line 12, in serve"
    )]
    [TestCase(
        Happening.PrintError,
        InJava,
        "Exception in thread \"Thread-0\" java.lang.IllegalStateException: bad",
        "at Server.serve(Server.java:31)"
    )]
    [TestCase(Happening.PrintError, "Cliente perdido\nCliente perdido\n", "Cliente perdido")]
    [TestCase(Happening.Print, "Listening on 9000\nError: Index was out of range.\n", "Error: Index was out of range.")]
    [TestCase(Happening.Print, "Listening on 9000\nhei\n")]
    public void I_read_what_the_program_says_went_wrong(Happening stream, string printed, params string[] lines) =>
        Assert.That(Complaints.In(Saying(stream, printed)), Is.EqualTo(lines));

    [TestCase(InPython, Cause.ThreadDied)]
    [TestCase(InJava, Cause.ThreadDied)]
    [TestCase("Unhandled exception. System.OutOfMemoryException: Exception of type ...", Cause.OutOfMemory)]
    [TestCase("java.lang.OutOfMemoryError: Java heap space", Cause.OutOfMemory)]
    [TestCase("MemoryError", Cause.OutOfMemory)]
    public void The_cause_is_what_the_program_says(string printed, Cause cause)
    {
        var finding = Saying(Happening.PrintError, printed) with { Program = new(Running: true, null, null, []) };

        foreach (var isCommand in new[] { true, false })
            Assert.That(Told(Exercise.ThreadedServer, "6c", finding, isCommand).Cause, Is.EqualTo(cause));
    }

    [TestCase("Ex2", "127.0.0.1 9000", "System.IndexOutOfRangeException: Index was outside the bounds", true)]
    [TestCase("Ex1", "127.0.0.1 9000 \"hei you\"", "IndexError: list index out of range", true)]
    [TestCase("Ex2", "127.0.0.1 9000", "Usage: server HOST PORT TIMEOUT", true)]
    [TestCase("Ex2", "127.0.0.1 9000 300", "System.IndexOutOfRangeException: Index was outside the bounds", false)]
    [TestCase("Ex2", "127.0.0.1 9000", "Port 9000 is in use", false)]
    public void A_program_that_needs_all_arguments_is_told_which_it_got(
        string id,
        string arguments,
        string said,
        bool isCause
    )
    {
        var exercise = Exercise.All.Single(one => one.Id == id);
        var finding = Saying(Happening.PrintError, said, arguments) with { Program = new(Running: false, 1, null, []) };

        var told = Told(exercise, "3", finding, isCommand: false);

        Assert.That(told.Cause == Cause.NeedsAllArguments, Is.EqualTo(isCause));
        Assert.That(told.Arguments, isCause ? Is.EqualTo(arguments) : Is.Null.Or.EqualTo("127.0.0.1 9000"));
    }

    [TestCase(Happening.Print, "Error: time out\n", 1.0, 1.0, true)]
    [TestCase(Happening.Fail, "Accept: TimedOut", 1.0, 1.1, true)]
    [TestCase(Happening.Fail, "AcceptAsync: OperationAborted", 1.0, 1.0, true)]
    [TestCase(Happening.Print, ".\n", 0.1, 0.1, false)]
    [TestCase(Happening.Fail, "Accept: ConnectionReset", 1.0, 1.0, false)]
    public void A_timeout_that_fires_again_and_again_is_swallowed(
        Happening what,
        string text,
        double first,
        double second,
        bool isSwallowed
    )
    {
        Entry At(double seconds) =>
            new(1, TimeSpan.FromSeconds(seconds), Actor.Server, what)
            {
                Note = what == Happening.Fail ? text : null,
                Bytes = what == Happening.Print ? Encoding.UTF8.GetBytes(text) : null,
            };
        var finding = new Finding(Verdict.StillRunning, Awaited.EndsAfterTimeout)
        {
            ExpectedTime = TimeSpan.FromSeconds(1),
            Timeline = [new(1, TimeSpan.Zero, Actor.Server, Happening.Start), At(first), At(first + second)],
        };

        Assert.That(
            Told(Exercise.EchoServer, "3", finding, isCommand: false).Cause,
            Is.EqualTo(isSwallowed ? Cause.TimeoutSwallowed : Cause.TimeoutMissesAccept)
        );
    }

    private static Diagnosis Told(Exercise exercise, string step, Finding finding, bool isCommand) =>
        Diagnosis.Of(exercise, step, finding, isCommand);

    private static Finding Saying(Happening stream, string printed, string arguments = "127.0.0.1 9000 300") =>
        new(Verdict.CleanClose, Awaited.Close)
        {
            Timeline =
            [
                new(1, TimeSpan.Zero, Actor.Server, Happening.Start) { Note = arguments },
                new(2, TimeSpan.Zero, Actor.Server, stream) { Bytes = Encoding.UTF8.GetBytes(printed) },
            ],
        };
}
