using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

// 1. Crear un socket orientado a conexión (TCP)
// Sin familia de direcciones, el socket habla IPv4 e IPv6, lo que tenga la máquina.
var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
try
{
    // 2. Establecer un tiempo de espera de 300 segundos
    // .NET cuenta en milisegundos. Este tiempo vale para cada Receive y cada Send. Cuánto tiempo
    // lo intenta Connect lo decide el sistema operativo: de 20 segundos a unos dos minutos.
    socket.ReceiveTimeout = timeoutSeconds * 1000;
    socket.SendTimeout = timeoutSeconds * 1000;

    // 3. Conectar con la dirección del servidor (máquina y puerto)
    socket.Connect(host, port);

    // 4. Enviar el mensaje codificado
    // Send dice cuántos bytes ha enviado, que pueden ser menos de los que se le dieron.
    byte[] request = Encoding.UTF8.GetBytes(message);
    for (int sent = 0; sent < request.Length; )
    {
        sent += socket.Send(request.AsSpan(sent));
    }

    // 5. Recibir la respuesta en el mismo socket
    // TCP es un flujo sin límites entre mensajes: la respuesta puede llegar en trozos. Está completa
    // cuando mide lo mismo que el mensaje (como un eco), o cuando el servidor cierra (0).
    byte[] buffer = new byte[4096];
    char[] text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
    Decoder decoder = Encoding.UTF8.GetDecoder();
    for (int received = 0; received < request.Length; )
    {
        int count = socket.Receive(buffer);
        if (count == 0)
        {
            break;
        }
        received += count;

        // 6. Decodificar la respuesta y mostrarla
        // Un decodificador, al contrario que GetString, recuerda la primera mitad de un carácter partido.
        int length = decoder.GetChars(buffer, 0, count, text, 0);
        Console.Write(text, 0, length);
    }
    Console.WriteLine();
}
// 7. Controlar la excepción por tiempo de espera, y cualquier otra
// .NET no tiene una excepción propia para esto: es una SocketException con este código de error.
catch (SocketException e) when (e.SocketErrorCode == SocketError.TimedOut)
{
    Console.Error.WriteLine($"Tiempo de espera agotado: {host}, puerto {port}, no ha contestado.");
    Environment.ExitCode = 1;
}
catch (Exception e)
{
    Console.Error.WriteLine($"Error con {host}, puerto {port}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    // 8. En cualquier caso, cerrar el socket al final
    socket.Close();
}
