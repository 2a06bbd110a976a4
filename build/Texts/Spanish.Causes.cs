using Lab.Build.Diagnosing;

namespace Lab.Build.Texts;

// Likely causes, what to do next, and how to see it.
public sealed partial class Spanish
{
    /// <inheritdoc />
    public override string Likely(Cause cause) =>
        cause switch
        {
            Cause.DatagramSocket =>
                "Causa habitual: el socket es de tipo Dgram; para TCP hace falta uno de tipo Stream.",
            Cause.TimeoutMissesReceive =>
                "Causa habitual: a Receive no le llega el tiempo de espera del argumento. Falta, es un número fijo, no "
                    + "está en milisegundos o se puso en otro socket. ReceiveTimeout limita Receive y Read, pero no "
                    + "ReceiveAsync ni ReadAsync.",
            Cause.TimeoutMissesAccept =>
                "Causa habitual: a Accept no le llega el tiempo de espera del argumento. Aquí ReceiveTimeout no sirve: "
                    + "solo limita Receive, y Accept sigue esperando sin límite.",
            Cause.SecondsForSmallerUnit =>
                "Causa habitual: el tiempo de espera se da en segundos a algo que cuenta milisegundos o microsegundos.",
            Cause.OtherDefault => "Causa habitual: el valor por defecto del último argumento no es 300.",
            Cause.OneDeadline =>
                "Causa habitual: el programa tiene un solo plazo para toda su ejecución. El tiempo debe empezar de "
                    + "cero cada vez que el servidor espera a un cliente. O bien el valor por defecto es algo menor "
                    + "que 300.",
            Cause.FixedDestination =>
                "Causa habitual: la máquina o el puerto están escritos en el programa; los dos son argumentos.",
            Cause.OtherBinding =>
                "Causa habitual: el socket se enlaza a cualquier dirección (IPAddress.Any), a una dirección fija o a "
                    + "otro puerto. Hay que enlazarlo a la máquina y al puerto de los argumentos.",
            Cause.ConnectMissing => "Causa habitual: falta Connect, o hubo una excepción antes.",
            Cause.ListenMissing => "Causa habitual: falta Listen, o está después de Accept.",
            Cause.KeyboardFirst =>
                "Causa habitual: el programa espera antes otra cosa, como una línea del teclado (Console.ReadLine).",
            Cause.ReceiveDoesNotWait =>
                "Causa habitual: el programa no espera en Receive: falta Receive, no es bloqueante, o antes se cerró "
                    + "el socket o se llamó a Shutdown.",
            Cause.ReceiveNeverReached =>
                "Causa habitual: el programa no llega nunca a Receive. ¿Se arrancó el hilo, o solo se creó? ¿Está "
                    + "esperando otra cosa?",
            Cause.WaitsForLine =>
                "Causa habitual: ReadLine espera un salto de línea, y este mensaje no lleva ninguno. Receive "
                    + "devuelve lo que va llegando.",
            Cause.WrongSocket =>
                "Causa habitual: se llamó a Accept o a Receive en el socket equivocado. Accept va con el socket de "
                    + "escucha, y Receive con el socket que devolvió Accept.",
            Cause.NoWayBackToAccept =>
                "Causa habitual: el servidor no vuelve a Accept después de un cliente. Accept no está dentro del "
                    + "bucle, se cerró el socket de escucha, o se repite Bind dentro del bucle.",
            Cause.ServedWhileAccepting =>
                "Causa habitual: el hilo que acepta también atiende al cliente, o se queda esperando al otro hilo "
                    + "(Join).",
            Cause.SocketShared =>
                "Causa habitual: todos los hilos comparten la variable con el socket del cliente, así que contiene el "
                    + "socket del último cliente.",
            Cause.ClosedBeforeReceive =>
                "Causa habitual: el socket del cliente se cierra antes de que Receive haya recogido el mensaje, quizá "
                    + "por una excepción.",
            Cause.ClientNotClosed =>
                "Causa habitual: por este camino no se pasa por ningún Close, por ejemplo porque una excepción se lo "
                    + "salta (un bloque finally lo evita). Cerrar solo la recepción (Shutdown) no cierra la conexión.",
            Cause.SocketNotClosed =>
                "Causa habitual: por este camino no se pasa por ningún Close, por ejemplo porque una excepción se lo "
                    + "salta.",
            Cause.ListenerNotClosed =>
                "Causa habitual: por este camino no se pasa por ningún Close, por ejemplo porque está después de un "
                    + "bucle infinito, o porque el programa termina antes.",
            Cause.NotCaught =>
                "Causa habitual: esta excepción no se captura, o se vuelve a lanzar. No basta con capturar la del "
                    + "tiempo de espera.",
            Cause.NotCaughtInLoop =>
                "Causa habitual: un error con un cliente termina el bucle. Hace falta otro try dentro del bucle.",
            Cause.NotCaughtInThread =>
                "Causa habitual: falta un try en la función del hilo o alrededor del resto. Una excepción que sale "
                    + "de un hilo termina el proceso.",
            Cause.SilentCatch => "Causa habitual: la excepción se captura, pero el catch no muestra nada.",
            Cause.OutputHeldBack =>
                "Si tu programa sí mostró algo: algunos lenguajes guardan la salida en un búfer cuando no va a una "
                    + "terminal. Vacíalo (flush) después de cada línea.",
            Cause.NewlineTaken => "Causa habitual: ReadLine quitó el salto de línea, y nada lo volvió a poner.",
            Cause.NewlineAdded => "Causa habitual: se usó WriteLine, que añade su propio salto de línea.",
            Cause.WholeBuffer => "Causa habitual: se usó el búfer entero, y no solo los bytes que contó Receive.",
            Cause.EncodedAsUtf16 => "Causa habitual: se usó Encoding.Unicode; en .NET ese nombre significa UTF-16.",
            Cause.EncodedAsAscii => "Causa habitual: se usó Encoding.ASCII.",
            Cause.EncodedAsLatin1 => "Causa habitual: se usó Encoding.Latin1.",
            Cause.WroteByteOrderMark =>
                "Causa habitual: la escribió un StreamWriter con Encoding.UTF8; new UTF8Encoding(false) no escribe "
                    + "ninguna.",
            Cause.Reencoded =>
                "Causa habitual: los bytes se decodificaron a texto y se volvieron a codificar. Un eco devuelve los "
                    + "bytes tal como llegaron.",
            Cause.PrintsMessage => "Causa habitual: la variable que se muestra contiene el mensaje, y no la respuesta.",
            Cause.BytesNotDecoded =>
                "Causa habitual: se mostraron los propios bytes. Antes hay que decodificarlos a texto.",
            Cause.CharactersForBytes =>
                "Causa habitual: se usó el número de caracteres donde hace falta el número de bytes. En UTF-8, una "
                    + "letra como la ñ ocupa dos bytes.",
            Cause.AddsToMessage =>
                "Causa habitual: el programa añade al mensaje algo suyo, como una longitud, un nombre o una marca "
                    + "de final. En esta práctica se envía el mensaje y nada más.",
            Cause.BufferShared =>
                "Causa habitual: todos los hilos comparten un búfer o una variable, y contiene el mensaje de otro "
                    + "cliente. Cada hilo necesita uno propio.",
            Cause.NothingSent =>
                "Causa habitual: falta Send, o el programa espera antes otra cosa, como una tecla. O se usó un "
                    + "StreamWriter, que guarda el texto hasta que se llama a Flush.",
            Cause.ResetByClose =>
                "Causa habitual: se activó la opción linger con 0 segundos (LingerState), y con ella Close reinicia la "
                    + "conexión (RST). O al cerrar quedaban bytes del cliente sin leer.",
            Cause.ThreadsWait =>
                "Causa habitual: algo hace que los hilos se esperen unos a otros, como un lock alrededor de todo lo "
                    + "que se hace con un cliente: mientras uno está en silencio, los demás no reciben nada. O no se "
                    + "arrancó el hilo de este cliente.",
            Cause.ThreadDied =>
                "Una excepción terminó un hilo, y el programa siguió sin él. Causa habitual: falta un try en la "
                    + "función del hilo.",
            Cause.TimeoutSwallowed =>
                "El tiempo de espera sí se agota, una y otra vez. Causa habitual: la excepción se captura dentro del "
                    + "bucle, y el bucle sigue.",
            Cause.NeedsAllArguments =>
                "Causa habitual: el programa necesita todos sus argumentos. Los que no se dan deben tomar su valor por "
                    + "defecto.",
            Cause.OutOfMemory =>
                "El programa pidió más memoria de la que hay. Causa habitual: un bucle sin fin guarda algo en cada "
                    + "vuelta.",
        };

    /// <inheritdoc />
    public override string StartedWith(string arguments) =>
        $"Se arrancó solo con {arguments}: los demás argumentos se omitieron, porque tienen un valor por defecto.";

    /// <inheritdoc />
    public override string ToDo(NextAction action, Exercise exercise, string id, string program) =>
        action switch
        {
            NextAction.MendStep => NextStep(exercise, id, program),
            NextAction.BeginClient => NextStep(exercise, id, program)
                + " El socket no se ve hasta que se conecta: escribe los pasos 1 a 3 y vuelve a comprobar.",
            NextAction.BeginServer => NextStep(exercise, id, program)
                + " El socket no se ve hasta que se enlaza: escribe los pasos 1 y 2 y vuelve a comprobar.",
            NextAction.PlayByHand =>
                "Siguiente: haz a mano los tres pasos que dice el enunciado. El código del que dependen es el paso "
                    + $"5b, en {program}.",
        };

    /// <inheritdoc />
    public override string See(SeeIt way) =>
        way switch
        {
            SeeIt.ClientAlone => "Compruébalo: arranca tu cliente sin que nadie escuche.",
            SeeIt.ServerTwice => "Compruébalo: arranca tu servidor dos veces.",
            SeeIt.CountCloses =>
                "Compruébalo: haz que tu servidor muestre una línea donde cierra el socket de un cliente. Debe salir "
                    + "una línea por cada cliente, también por los que reinician la conexión (RST).",
            SeeIt.SendWithoutNewline =>
                "Compruébalo:  printf hola | nc 127.0.0.1 9000  envía un mensaje sin salto de línea.",
            SeeIt.StartWithFewArguments =>
                "Compruébalo: arranca tu programa solo con los argumentos 127.0.0.1 9000 (un cliente: 127.0.0.1 9000 "
                    + "hola).",
            SeeIt.CallNobody =>
                "Compruébalo: arranca tu servidor con los argumentos 127.0.0.1 9000 5 y no conectes ningún cliente. "
                    + "Debe terminar a los 5 segundos, con un mensaje.",
            SeeIt.CallNobodyByDefault =>
                "Compruébalo: arranca tu servidor con los argumentos 127.0.0.1 9000 y no conectes ningún cliente. Al "
                    + "cabo de un minuto debe seguir esperando.",
            SeeIt.SayNothing =>
                $"Compruébalo: ejecuta  nc -l 9000  (¿sin netcat? {Script} --target=Netcat --listen --port=9000) y no "
                    + "escribas nada. En otra terminal, arranca tu cliente con los argumentos 127.0.0.1 9000 hola "
                    + "5. Debe terminar a los 5 segundos, con un mensaje.",
            SeeIt.SayNothingByDefault =>
                $"Compruébalo: ejecuta  nc -l 9000  (¿sin netcat? {Script} --target=Netcat --listen --port=9000) y no "
                    + "escribas nada. En otra terminal, arranca tu cliente con los argumentos 127.0.0.1 9000 hola. "
                    + "Al cabo de un minuto debe seguir esperando.",
            SeeIt.ListSockets =>
                "Compruébalo: arranca tu servidor con los argumentos 127.0.0.1 9000. En otra terminal,  "
                    + $"{ListSockets}  muestra qué programa usa cada dirección y cada puerto.",
            SeeIt.WatchNetcatEnd =>
                "Compruébalo: arranca tu servidor y ejecuta  nc -N 127.0.0.1 9000  en otra terminal. Escribe una "
                    + "línea y acaba la entrada con Ctrl+D: netcat debe terminar solo, porque tu servidor cierra. "
                    + $"¿Sin netcat?  {Script} --target=Netcat --port=9000",
            SeeIt.CallTogether =>
                "Compruébalo: arranca tu servidor y ejecuta  nc 127.0.0.1 9000  en otras dos terminales. Escribe una "
                    + "línea distinta en cada una, una justo después de otra, y repítelo varias veces: a cada "
                    + $"una debe volver su propia línea. ¿Sin netcat?  {Script} --target=Netcat --port=9000",
            SeeIt.CallAgain =>
                "Compruébalo: arranca tu servidor y ejecuta  nc 127.0.0.1 9000  en otra terminal. Escribe una línea, "
                    + "corta con Ctrl+C y haz lo mismo otra vez: tu servidor debe seguir respondiendo. ¿Sin netcat?  "
                    + $"{Script} --target=Netcat --port=9000",
            SeeIt.CallBesideAnother =>
                "Compruébalo: arranca tu servidor y ejecuta  nc 127.0.0.1 9000  en otras dos terminales. No escribas "
                    + $"nada en la primera y escribe una línea en la segunda. ¿Sin netcat?  {Script} --target=Netcat "
                    + "--port=9000",
            SeeIt.ListenByNetcat =>
                $"Compruébalo: ejecuta  nc -l 9000  (¿sin netcat? {Script} --target=Netcat --listen --port=9000) y "
                    + "arranca tu cliente en otra terminal.",
            SeeIt.CallByNetcat =>
                "Compruébalo: arranca tu servidor, ejecuta  nc 127.0.0.1 9000  en otra terminal y escribe una línea. "
                    + $"¿Sin netcat?  {Script} --target=Netcat --port=9000",
        };

    private string NextStep(Exercise exercise, string id, string program) =>
        $"Siguiente: paso {id}, «{StepTitle(exercise, id)}», en {program}.";
}
