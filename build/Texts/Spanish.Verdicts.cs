using Lab.Build.Diagnosing;
using Lab.Build.Views;
using Lab.Harness;

namespace Lab.Build.Texts;

// The words of a verdict: the observation and the expectation.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string Label(RowKind row) =>
        row switch
        {
            RowKind.Sent => "enviado",
            RowKind.Expected => "esperado",
            RowKind.Received => "recibido",
            RowKind.Printed => PrintedLabel,
        };

    /// <inheritdoc />
    public override string ObservedLabel => "observado";

    /// <inheritdoc />
    public override string PrintedLabel => "salida";

    /// <inheritdoc />
    public override string Bytes(long count) => count == 1 ? "1 byte" : $"{Number(count)} bytes";

    /// <inheritdoc />
    public override string Observed(Symptom symptom, Details details)
    {
        var (it, waited, after) = (Your(details), Seconds(details.Waited), After(details.Received));
        var crash = details.Crash;
        return symptom switch
        {
            Symptom.NobodyListens => $"nadie escucha en {details.Place}: la conexión se rechaza",
            Symptom.NeverAccepted =>
                "el sistema operativo completó la conexión, pero tu servidor no llegó a sacarla de la cola",
            Symptom.AcceptedOnly => $"{it} aceptó la conexión, pero no llegó nada",
            Symptom.NothingPrinted => "no se mostró nada",
            Symptom.TextNotPrinted => "no se mostró este texto",
            Symptom.StayedOpen => "la conexión se quedó abierta",
            Symptom.HoldsLostClient => $"{it} aún tiene abierto el socket de un cliente que ya se fue",
            Symptom.NotReceived => $"{it} no recogió los bytes que llegaron por la conexión",
            Symptom.NothingCame => "no llegó nada",
            Symptom.Closed => $"{it} cerró la conexión (FIN) {after}",
            Symptom.ClosedUnread => $"{it} cerró la conexión con bytes sin leer, y eso la reinicia (RST)",
            Symptom.WasReset => $"la conexión se reinició (RST) {after}",
            Symptom.BeginningOnly when details.Received == 1 => "llegó el primer byte, y después nada más",
            Symptom.BeginningOnly => $"llegaron los primeros {Bytes(details.Received)}, y después nada más",
            Symptom.MorePrinted => "se mostró el texto, y algo más",
            Symptom.MoreCame => $"{Came(details.Surplus)} de más",
            Symptom.OtherPrinted => "se mostró otro texto",
            Symptom.OtherCame => $"llegaron otros bytes a partir del byte {Number(details.Offset + 1)}",
            Symptom.DatagramCame => "llegó un datagrama UDP en lugar de una conexión TCP",
            Symptom.UdpBound => "se enlazó un socket UDP en lugar de uno TCP",
            Symptom.EndedUnconnected => $"{it} terminó sin haber abierto ninguna conexión TCP",
            Symptom.EndedUnbound => $"{it} terminó sin haber enlazado ningún socket TCP",
            Symptom.EndedWithoutListening => $"{it} terminó sin haberse puesto a la escucha",
            Symptom.EndedWithOpenSocket => $"{it} terminó con su socket abierto; lo {SystemClosed}",
            Symptom.EndedWithOpenConnection => $"{it} terminó con su conexión abierta; la {SystemClosed}",
            Symptom.EndedWithOpenListener => $"{it} terminó con su socket de escucha abierto; lo {SystemClosed}",
            Symptom.EndedSilently => $"{it} terminó sin ningún mensaje",
            Symptom.EndedWithoutPrinting => $"{it} terminó sin haber mostrado nada",
            Symptom.EndedWithoutText => $"{it} terminó sin haber mostrado este texto",
            Symptom.Ended => $"{it} terminó",
            Symptom.Crashed => $"{it} terminó por una excepción no controlada",
            Symptom.CrashedBy => $"{it} terminó por una excepción no controlada, {crash?.Type}: {crash?.Message}",
            Symptom.CrashedAt =>
                $"{it} terminó por una excepción no controlada, {crash?.Type} ({crash?.Place}): {crash?.Message}",
            Symptom.NeverConnected => $"{it} lleva {waited} en marcha sin conectarse",
            Symptom.StillRuns => $"{it} sigue en marcha después de {waited}",
            Symptom.ReceivesOn => $"el otro extremo ha cerrado, y {it} sigue recibiendo sin fin",
            Symptom.ListenerClosed => "el socket de escucha está cerrado mientras se atiende a un cliente",
            Symptom.ClosedAfterKey => $"{it} esperó una tecla, y no cerró su socket hasta que se pulsó Enter",
            Symptom.EndedAtOtherTime => $"{it} terminó después de {waited}",
            Symptom.EndedAfterLastClient => $"{it} terminó {waited} después de que llegara su último cliente",
            Symptom.EndedBeforeServing => $"{it} terminó antes de atender a este cliente",
            Symptom.EndedBeforeCalls =>
                $"{it} se puso a la escucha, y terminó antes de que se conectara ningún cliente",
            Symptom.EndedTooEarly => $"{it} terminó cuando aún debía seguir en marcha",
            Symptom.ConnectsElsewhere => $"{it} intentó conectarse a {details.FoundPlace}",
            Symptom.ListensElsewhere => $"{it} escucha en {details.FoundPlace}",
            Symptom.BindsElsewhere =>
                $"{it} intentó enlazarse a otra dirección o a otro puerto, que ya está ocupado; los que se le "
                    + "indicaron están libres",
            Symptom.WaitsForPort => $"otro proceso ocupa {details.Place}, y {it} sigue en marcha después de {waited}",
            Symptom.PortHeld => $"otro proceso ocupa {details.Place}",
            Symptom.DoesNotCompile => $"{it} no compila",
        };
    }

    /// <inheritdoc />
    public override string Expected(Awaited awaited, Details details)
    {
        var (it, due) = (Your(details), Seconds(details.Due));
        return awaited switch
        {
            Awaited.Connection => $"una conexión TCP a {details.Place}",
            Awaited.NoConnection => "ninguna conexión, porque esta máquina no existe",
            Awaited.TcpSocket => "un socket TCP",
            Awaited.Bound => $"un socket enlazado a {details.Place}, y a nada más",
            Awaited.Listening => $"{it} escucha en {details.Place}",
            Awaited.Calls => $"{it} espera clientes: falta mucho para que se agote su tiempo de espera",
            Awaited.Bytes => "exactamente los bytes del mensaje",
            Awaited.Text => "este texto en pantalla, y nada que no se haya recibido",
            Awaited.WaitsForBytes when details.Role == Role.Server =>
                $"{it} espera el mensaje del cliente: falta mucho para que se agote su tiempo de espera",
            Awaited.WaitsForBytes => $"{it} espera la respuesta: falta mucho para que se agote su tiempo de espera",
            Awaited.Accepted => $"{it} acepta la conexión",
            Awaited.Received when details.Role == Role.Client => $"{it} recibe la respuesta entera",
            Awaited.Received => $"{it} recibe lo que envió el cliente",
            Awaited.Thread => "un hilo que atienda a este cliente; el proceso tiene un solo hilo, y no lo atiende",
            Awaited.NoticesEnd =>
                $"{it} deja de recibir cuando el otro extremo ha cerrado: Receive lo indica con 0 bytes",
            Awaited.Served => "se atiende también a este cliente",
            Awaited.GoesOn => $"{it} sigue en marcha y atiende al siguiente cliente",
            Awaited.Close => $"{it} cierra la conexión del cliente (FIN) y sigue en marcha",
            Awaited.ClosedInEveryCase =>
                $"{it} cierra el socket del cliente en cualquier caso, también si el cliente reinicia su conexión "
                    + "(RST)",
            Awaited.ClosedBeforeExit => $"{it} cierra su socket antes de terminar",
            Awaited.ServerClosedBeforeExit => "el socket de escucha se cierra antes de que termine el programa",
            Awaited.EndsAfterTimeout => $"{it} deja de esperar cuando se agota su tiempo de espera de {due}",
            Awaited.EndsAfterDefault =>
                $"{it} deja de esperar cuando se agota su tiempo de espera por defecto, de {due}",
            Awaited.WaitsAnew => $"{it} espera {due} a un cliente, y vuelve a contar desde cero después de cada uno",
            Awaited.StillWaits => $"{it} sigue esperando: sin ese argumento, su tiempo de espera es de 300 s",
            Awaited.Ends => $"{it} termina por sí solo, sin ninguna excepción no controlada",
            Awaited.Message => "un mensaje que diga qué ha fallado; después, el programa termina",
        };
    }

    /// <inheritdoc />
    public override string State(Details details)
    {
        var it = Your(details);
        var program = details.Program switch
        {
            ProgramStanding.Runs => "sigue en marcha",
            ProgramStanding.Exited => $"ha terminado con código de salida {details.ExitCode}",
            ProgramStanding.Ended => "ha terminado",
            null => null,
        };
        var connection = details.Connection switch
        {
            ConnectionState.Open => "la conexión está abierta",
            ConnectionState.Closed => $"{it} cerró la conexión",
            ConnectionState.Reset => $"{it} reinició la conexión (RST)",
            null => null,
        };
        var state = (details.Connection, program) switch
        {
            (_, null) => connection,
            (null, _) => $"{it} {program}",
            (ConnectionState.Open, _) when details.Program == ProgramStanding.Runs => $"{connection} y {it} {program}",
            (ConnectionState.Open, _) => $"{it} {program} sin cerrar la conexión",
            _ => $"{connection} y {program}",
        };
        return $"después de {Seconds(details.Waited)}: {state}";
    }

    /// <inheritdoc />
    public override string Words(Difference difference) =>
        difference.Kind switch
        {
            DifferenceKind.NewlineMissing => "falta el salto de línea del final",
            DifferenceKind.NewlineAdded => "se añadió un salto de línea al final",
            DifferenceKind.ZeroBytes => $"{Bytes(difference.Count)} de valor 0: llegó también el resto del búfer",
            DifferenceKind.Utf16 => "esto es UTF-16, no UTF-8",
            DifferenceKind.Ascii =>
                "esto es ASCII, no UTF-8: cada carácter que no es ASCII pasó a ser un signo de interrogación",
            DifferenceKind.Latin1 => "esto es Latin-1, no UTF-8",
            DifferenceKind.ByteOrderMark => "primero llegó una marca de orden de bytes, BOM (EF BB BF)",
            DifferenceKind.Reencoded => "los bytes que no son UTF-8 volvieron como U+FFFD (EF BF BD)",
            DifferenceKind.ThroughAscii => "esto se decodificó como ASCII: se sustituyó cada byte que no es ASCII",
            DifferenceKind.ThroughLatin1 => "esto se decodificó como Latin-1: cada byte pasó a ser un carácter",
            DifferenceKind.ThroughUtf16 =>
                "esto se decodificó como UTF-16: cada dos bytes pasaron a ser un solo carácter",
            DifferenceKind.BytesShown => "estos son los bytes, no el texto que contienen",
            DifferenceKind.OwnMessage => "este es el mensaje que se envió, no la respuesta",
            DifferenceKind.OthersMessage => $"este mensaje es {Whose(difference)}",
            DifferenceKind.CharactersCounted =>
                $"{Missing(difference.Count)}: el mensaje tiene {Bytes(difference.Count)} más que caracteres",
            DifferenceKind.CutShort => Missing(difference.Count),
            DifferenceKind.Surplus => $"llegó también el final de un mensaje anterior {Whose(difference)}",
            DifferenceKind.CameTwice => "los mismos bytes llegaron dos veces",
            DifferenceKind.AddedInFront => $"{Came(difference.Count)} delante del mensaje",
            DifferenceKind.AddedBehind => $"{Came(difference.Count)} detrás del mensaje",
            DifferenceKind.Other when difference.PartAt is { } part =>
                $"lo que más se parece al texto empieza en el byte {Number(part + 1)} de la salida; la diferencia "
                    + "empieza aquí",
            DifferenceKind.Other => "la diferencia empieza aquí",
        };

    /// <inheritdoc />
    public override string Did(Happening what, string bytes, string note) =>
        what switch
        {
            Happening.Start => $"arranca: {note}",
            Happening.Listen => $"escucha en {note}",
            Happening.Connect => "se conecta",
            Happening.Try => $"intenta conectarse a {note}",
            Happening.Fail => $"falla en {note}",
            Happening.Accept => "acepta",
            Happening.Send => $"→ {bytes}",
            Happening.SendDatagram => $"→ {bytes} por UDP",
            Happening.HalfClose => "cierra su lado de envío (FIN)",
            Happening.Close => "cierra (FIN)",
            Happening.Reset => "reinicia (RST)",
            Happening.Print => $"muestra {bytes}",
            Happening.PrintError => $"muestra en la salida de error {bytes}",
            Happening.ReachEnd => "llega al final de su código",
            Happening.PressEnter => "se pulsa Enter",
            Happening.Exit => "ha terminado",
            Happening.GiveUp => "fin de la espera",
        };

    /// <inheritdoc />
    public override string ExitedWith(string code) => $"ha terminado, código de salida {code}";

    private string Whose(Difference difference) => difference.Whose is { } client ? Of(client) : "de otro cliente";

    // A connection has ended after this number of bytes.
    private string After(long count) => count == 0 ? "antes de que llegara ningún byte" : $"después de {Bytes(count)}";

    private string Came(long count) => count == 1 ? "llegó 1 byte" : $"llegaron {Bytes(count)}";

    private string Missing(long count) => count == 1 ? "falta el último byte" : $"faltan los últimos {Bytes(count)}";

    private const string SystemClosed = "cerró el sistema operativo";

    private static string Your(Details details) => details.Role == Role.Client ? "tu cliente" : "tu servidor";
}
