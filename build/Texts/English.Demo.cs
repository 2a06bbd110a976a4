using Lab.Scenarios.Servers;

namespace Lab.Build.Texts;

// The demonstration of the practical's acceptance.
public sealed partial class English
{
    /// <inheritdoc />
    public override string DemoTitle(Exercise server) =>
        $"{server.Id}, {Name(server)}: netcat holds a connection and says nothing; then a client calls.";

    /// <inheritdoc />
    public override string DemoServedByThreads =>
        "The client got its reply all the same: each connection has a thread of its own.";

    /// <inheritdoc />
    public override string DemoServed =>
        "The client got its reply: this server serves several clients at once already.";

    /// <inheritdoc />
    public override string DemoKeptWaiting =>
        "The client got no reply: the server does not serve it while netcat holds its connection.";

    /// <inheritdoc />
    public override string DemoKeptInBacklog =>
        "The client got no reply. The operating system completed its connection, which waits in the backlog; the server's "
        + "only thread waits for netcat to speak.";

    /// <inheritdoc />
    public override string DemoNoServer(Exercise server) =>
        "There was nobody to serve the client: the server ended, or never listened. Check it first:  "
        + $"{Script} --target={server.Id}";

    /// <inheritdoc />
    public override string DemoNoClient => $"The client never called. Check it first:  {Script} --target=Ex1";

    /// <inheritdoc />
    public override string DemoNeeds(string program) => $"There is no {program}. The demonstration needs it.";

    /// <inheritdoc />
    public override string DemoCannotCompile(Exercise exercise) =>
        $"{exercise.Id} does not compile. What the compiler says:  {Script} --target={exercise.Id}";
}
