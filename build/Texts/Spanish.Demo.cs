using Lab.Scenarios.Servers;

namespace Lab.Build.Texts;

// The demonstration of the practical's acceptance.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string DemoTitle(Exercise server) =>
        $"{server.Id}, {Name(server)}: netcat mantiene abierta una conexión sin decir nada; después se conecta un "
        + "cliente.";

    /// <inheritdoc />
    public override string DemoServedByThreads =>
        "Aun así, el cliente recibió su respuesta: cada conexión tiene su propio hilo.";

    /// <inheritdoc />
    public override string DemoServed =>
        "El cliente recibió su respuesta: este servidor ya atiende a varios clientes a la vez.";

    /// <inheritdoc />
    public override string DemoKeptWaiting =>
        "El cliente no recibió respuesta: el servidor no lo atiende mientras netcat mantiene abierta la suya.";

    /// <inheritdoc />
    public override string DemoKeptInBacklog =>
        "El cliente no recibió respuesta. El sistema operativo completó su conexión, que espera en la cola de "
        + "conexiones pendientes; el único hilo del servidor está esperando a que netcat diga algo.";

    /// <inheritdoc />
    public override string DemoNoServer(Exercise server) =>
        "No había nadie que atendiera al cliente: el servidor terminó, o nunca se puso a la escucha. Compruébalo "
        + $"antes:  {Script} --target={server.Id}";

    /// <inheritdoc />
    public override string DemoNoClient =>
        $"El cliente no llegó a conectarse. Compruébalo antes:  {Script} --target=Ex1";

    /// <inheritdoc />
    public override string DemoNeeds(string program) => $"No existe {program}. La demostración lo necesita.";

    /// <inheritdoc />
    public override string DemoCannotCompile(Exercise exercise) =>
        $"{exercise.Id} no compila. Mira lo que dice el compilador:  {Script} --target={exercise.Id}";
}
