using System.Net;

namespace Lab.Build.Texts;

// The kit's own netcat.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string NetcatNeedsPort => $"Indica un puerto:  {Script} --target=Netcat --port=9000";

    /// <inheritdoc />
    public override string NetcatNoHost(string host) => $"--host={host}: no hay ninguna máquina con ese nombre.";

    /// <inheritdoc />
    public override string NetcatCannotWrite(string reason) => $"No se puede escribir lo que ha llegado: {reason}";

    /// <inheritdoc />
    public override string NetcatListens(IPEndPoint endPoint) => $"Escuchando en {endPoint}; Ctrl+C para terminar.";

    /// <inheritdoc />
    public override string NetcatGotDatagram(int length) =>
        $"Ha llegado un datagrama UDP ({Bytes(length)}): quien lo envió no usa un socket TCP. Se sigue esperando una "
        + "conexión TCP.";

    /// <inheritdoc />
    public override string NetcatClosed => "El otro extremo ha cerrado la conexión.";

    /// <inheritdoc />
    public override string NetcatReset => "El otro extremo ha reiniciado la conexión (RST).";

    /// <inheritdoc />
    public override string NetcatRefused(string host, int port) =>
        $"{host}:{port} rechaza la conexión: nadie escucha ahí.";

    /// <inheritdoc />
    public override string PortTaken(int port) => $"El puerto {port} está ocupado: otro programa escucha ahí.";

    /// <inheritdoc />
    public override string NoSuchAddress(string host) => $"{host} no es una dirección de esta máquina.";

    /// <inheritdoc />
    public override string PortNeedsRights(int port) =>
        $"No se puede usar el puerto {port}: los puertos por debajo del 1024 necesitan permisos especiales.";

    /// <inheritdoc />
    public override string PortKept(int port) =>
        $"No se puede usar el puerto {port}: el sistema operativo lo tiene reservado.";

    /// <inheritdoc />
    public override string NoSuchHost(string host) => $"No hay ninguna máquina que se llame {host}.";

    /// <inheritdoc />
    public override string NetcatError(string host, int port, string message) => $"{host}:{port}: {message}";
}
