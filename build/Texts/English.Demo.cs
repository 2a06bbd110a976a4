namespace Lab.Build.Texts;

// The demonstration of the practical's acceptance.
public sealed partial class English
{
    /// <inheritdoc />
    public override string DemoTitle(Exercise server) =>
        $"{server.Id}, {Name(server)}: netcat holds a connection and says nothing; then a client calls.";

    /// <inheritdoc />
    public override string DemoOutcome(Exercise server, bool isServed) =>
        (server == Exercise.ThreadedServer, isServed) switch
        {
            (true, true) => "The client got its reply all the same: each connection has a thread of its own.",
            (true, false) => "The client got no reply: the server does not serve it while netcat holds its connection.",
            (false, false) =>
                "The client got no reply. The operating system completed its connection, which waits in the backlog; the "
                    + "server's only thread waits for netcat to speak.",
            (false, true) => "The client got its reply: this server serves several clients at once already.",
        };

    /// <inheritdoc />
    public override string DemoNeeds(string program) =>
        $"There is no {program}. Without solutions, show the exercises:  {Script} --target=Demo --exercises";

    /// <inheritdoc />
    public override string DemoCannotCompile(Exercise exercise) =>
        $"{exercise.Id} does not compile. What the compiler says:  {Script} --target={exercise.Id}";
}
