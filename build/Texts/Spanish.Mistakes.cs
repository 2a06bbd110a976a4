using Lab.Build.Reading;

namespace Lab.Build.Texts;

// Mistakes in the source. A sentence says why the line leads to what was observed; what to write instead is for the
// hints.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string InProgram(int line, string why) => $"En tu programa, línea {line}: {why}";

    /// <inheritdoc />
    public override string InFile(string file, int line, string why) => $"En tu archivo {file}, línea {line}: {why}";

    /// <inheritdoc />
    public override string Explained(Mistake mistake, string name) =>
        mistake switch
        {
            Mistake.SecondsForMilliseconds => $"{name} cuenta en milisegundos, y este número está en segundos.",
            Mistake.SecondsForMicroseconds => $"{name} cuenta en microsegundos, y este número está en segundos.",
            Mistake.MillisecondsForMicroseconds =>
                $"{name} cuenta en microsegundos, y este número está en milisegundos.",
            Mistake.TooLargeForUnit => $"este número es demasiado grande para {name}, que cuenta en una unidad mayor.",
            Mistake.FixedTimeout => $"{name} recibe aquí un tiempo fijo, y no el tiempo de espera del argumento.",
            Mistake.TimeoutNeverUsed => "este tiempo de espera no se usa para limitar ninguna espera.",
            Mistake.TimeoutForSendingOnly =>
                $"{name} solo limita el envío, así que Receive sigue esperando sin límite.",
            Mistake.ReceiveTimeoutOnListener =>
                $"{name} solo limita Receive, así que Accept sigue esperando sin límite en este socket.",
            Mistake.OtherDefaultTimeout =>
                "este es el tiempo de espera que toma el programa cuando no se le indica ninguno.",
            Mistake.FixedHost => "esta máquina es siempre la misma, sea cual sea la que se le indica al programa.",
            Mistake.FixedPort => "este no es el puerto que se le indica al programa.",
            Mistake.AnyAddress =>
                $"{name} significa todas las direcciones de la máquina, y no la que se le indica al programa.",
            Mistake.ThreadNeverStarted =>
                $"este objeto {name} se crea, pero nunca se arranca, así que nadie atiende al cliente.",
            Mistake.ThreadAwaited =>
                $"{name} espera aquí hasta que se ha atendido a este cliente, y mientras tanto no se acepta a ningún "
                    + "otro.",
            Mistake.WrongEncoding => $"{name} no es UTF-8, así que el texto se convierte en otros bytes.",
            Mistake.WrongDecoding => $"{name} no es UTF-8, así que los bytes se convierten en otros caracteres.",
            Mistake.ByteOrderMark =>
                $"un StreamWriter con {name} escribe tres bytes, la marca de orden de bytes (BOM), antes del texto.",
            Mistake.WholeBufferDecoded =>
                $"aquí se decodifica todo {name}, también la parte a la que no ha llegado ningún byte.",
            Mistake.WholeBufferSent =>
                $"aquí se envía todo {name}, también la parte a la que no ha llegado ningún byte.",
            Mistake.CharactersForBytes =>
                $"{name} cuenta caracteres, y en UTF-8 algunos caracteres ocupan más de un byte.",
            Mistake.SmallBuffer => "en este búfer no cabe la respuesta entera, y el resto se queda sin recibir.",
            Mistake.BufferPrinted => $"esto muestra el nombre del tipo de {name}, y no el texto que contiene.",
            Mistake.DecodedEcho =>
                "estos no son los bytes que llegaron: al decodificar se sustituyeron los que no son UTF-8.",
            Mistake.Trimmed => $"{name} le quita el salto de línea a lo que llegó.",
            Mistake.LineRead => $"{name} espera un salto de línea, y se lo quita al texto.",
            Mistake.LineWritten => $"{name} añade un salto de línea a lo que se envía.",
            Mistake.NewlineAppended => "este salto de línea también se envía, y no forma parte del mensaje.",
            Mistake.LettersChanged => $"{name} cambia las letras que se envían.",
            Mistake.FixedMessage =>
                "este texto es siempre el mismo, sea cual sea el mensaje que se le indica al programa.",
            Mistake.MessagePrinted => "esto muestra el mensaje que se envió, y no la respuesta que llegó.",
            Mistake.EndNotNoticed => $"{name} devuelve 0 cuando el otro extremo ha cerrado, y aquí nada lo comprueba.",
            Mistake.AvailableAsked =>
                $"{name} dice lo que ha llegado hasta ahora, así que no se recibe nada si los bytes llegan un poco "
                    + "después.",
            Mistake.NotBlocking =>
                "este socket ya no espera, así que Receive falla enseguida si aún no ha llegado nada.",
            Mistake.WriterNotFlushed =>
                $"{name} solo deja el texto en el búfer del StreamWriter, y nada lo envía antes de que el programa "
                    + "se ponga a esperar.",
            Mistake.NeverClosed => "nada en el programa cierra este socket.",
            Mistake.ClosedOnlyInTry => "una excepción en este try se salta esta línea.",
            Mistake.ClosedOnCondition => "el socket solo se cierra si se cumple esta condición.",
            Mistake.ExitBeforeClose => $"{name} termina aquí el programa, antes de que se cierre el socket.",
            Mistake.ReturnBeforeClose => "este return sale de la función antes de que se cierre el socket.",
            Mistake.CloseNeverReached => "el bucle de arriba no termina nunca, así que nunca se llega a esta línea.",
            Mistake.SilentCatch => "este catch captura la excepción y no muestra nada.",
            Mistake.CatchesOtherType => $"este catch solo captura {name}, y la excepción era de otro tipo.",
            Mistake.FilterLetsThrough => "esta condición deja pasar la excepción.",
            Mistake.ThrownOn => "esto vuelve a lanzar la excepción, y ningún otro catch la captura.",
            Mistake.NotInTry => "de aquí salió una excepción, y ningún catch la captura.",
            Mistake.LeavesLoopInCatch => $"{name} termina el servidor por culpa de un solo cliente.",
            Mistake.TryAroundLoop =>
                "no hay ningún try dentro de este bucle, así que un error con un cliente lo termina.",
            Mistake.ThreadStartedTwice => $"ya se había llamado a {name}, y un hilo solo se puede arrancar una vez.",
            Mistake.ServedInLoop =>
                $"{name} atiende al cliente en el bucle, y mientras tanto no se acepta a ningún otro.",
            Mistake.LockAroundService => $"{name} hace que los hilos atiendan a sus clientes de uno en uno.",
            Mistake.SharedSocket =>
                $"todos los hilos comparten {name}, así que contiene el socket del último cliente que llegó.",
            Mistake.SharedBuffer =>
                $"todos los hilos comparten {name}, así que los bytes de un cliente sobrescriben los de otro.",
            Mistake.SharedVariable =>
                $"todos los hilos comparten {name}, así que lo que escribe uno llega a los clientes de los demás.",
            Mistake.DatagramSocket => $"{name} crea un socket UDP, y no uno TCP.",
            Mistake.ListenMissing => "este socket se enlaza aquí, pero nada lo pone nunca a la escucha.",
            Mistake.ListenTooLate =>
                "el socket no se pone a la escucha hasta aquí, cuando el programa ya ha intentado aceptar.",
            Mistake.ListenBeforeBind => "el socket se pone aquí a la escucha, antes de enlazarse a su dirección.",
            Mistake.AcceptOutsideLoop => $"{name} no está dentro de ningún bucle, así que solo se acepta a un cliente.",
            Mistake.LoopEnds => "el bucle termina después de este número de clientes.",
            Mistake.ListenerClosedInLoop =>
                $"{name} cierra el socket de escucha dentro del bucle, así que no se acepta a ningún otro cliente.",
            Mistake.BoundInLoop => $"{name} se repite con cada cliente, mientras el puerto sigue ocupado.",
            Mistake.ListenerUsedForClient =>
                $"aquí se llama a {name} en el socket de escucha, que no está conectado a ningún cliente.",
            Mistake.ListenerNeverConnected => $"{name} es siempre false: un socket de escucha nunca está conectado.",
            Mistake.ListenerClosedByThread => $"{name} cierra el socket de escucha mientras se atiende a un cliente.",
            Mistake.KeyAwaited => $"{name} espera aquí a que alguien escriba en el teclado.",
            Mistake.ClosedTooEarly => $"{name} termina aquí la conexión, y el programa la vuelve a usar más abajo.",
            Mistake.LingerOfZero => "con un linger de 0 segundos, Close reinicia la conexión (RST).",
            Mistake.TextAdded => "este texto también se envía, y no forma parte del mensaje.",
            Mistake.LengthWritten => $"el {name} de un BinaryWriter pone delante del texto su longitud.",
            Mistake.SharedList =>
                $"todos los hilos comparten {name}, así que un hilo envía también a los clientes de los demás.",
        };
}
