using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

Socket? server = null;
try
{
    // 1. Crear un socket orientado a conexión
    // La dirección dice si el socket habla IPv4 o IPv6.
    IPAddress address = IPAddress.Parse(host);
    server = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

    // 2. Enlazarlo a la dirección y al puerto
    server.Bind(new IPEndPoint(address, port));

    // 3. Establecer un tiempo de espera de 300 segundos
    // ReceiveTimeout limita Receive, no Accept: en este socket no serviría de nada.
    // Por eso el paso 5a espera con Poll, y ReceiveTimeout es para el socket del cliente, en el paso 5b.
    TimeSpan timeout = TimeSpan.FromSeconds(timeoutSeconds);

    // 4. Ponerlo a la escucha
    server.Listen();
    Console.WriteLine($"A la escucha en {server.LocalEndPoint}");

    // 5. Repetir en un bucle infinito
    while (true)
    {
        // 5a. Aceptar a un cliente
        // Un socket de escucha «se puede leer» cuando hay un cliente que espera a ser aceptado.
        if (!server.Poll(timeout, SelectMode.SelectRead))
        {
            throw new TimeoutException($"no ha venido ningún cliente en {timeoutSeconds} s.");
        }

        Socket? client = null;
        try
        {
            client = server.Accept();

            // 5b. Recibir el mensaje en el socket del cliente
            // En TCP no hay límites entre mensajes: toma lo que llegue, hasta que el cliente cierre (0).
            client.ReceiveTimeout = timeoutSeconds * 1000;
            client.SendTimeout = timeoutSeconds * 1000;
            byte[] buffer = new byte[4096];
            char[] text = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
            Decoder decoder = Encoding.UTF8.GetDecoder();
            int count;
            while ((count = client.Receive(buffer)) > 0)
            {
                // 5c. Mostrar el mensaje
                // Un decodificador recuerda la primera mitad de un carácter partido en dos.
                int length = decoder.GetChars(buffer, 0, count, text, 0);
                Console.Write(text, 0, length);

                // 5d. Devolver el mismo mensaje
                // Los bytes tal como llegaron: decodificar y volver a codificar cambia lo que no es UTF-8.
                for (int sent = 0; sent < count; )
                {
                    sent += client.Send(buffer.AsSpan(sent, count - sent));
                }
            }
            Console.WriteLine();
        }
        catch (SocketException e)
        {
            // Se captura dentro del bucle: un cliente que reinicia o calla no arrastra a los demás.
            Console.Error.WriteLine($"Cliente perdido: {e.Message}");
        }
        finally
        {
            // 5e. Cerrar el socket del cliente
            client?.Close();
        }
    }
}
// 6. Controlar la excepción por tiempo de espera, y cualquier otra
catch (TimeoutException e)
{
    Console.Error.WriteLine($"Tiempo de espera agotado: {e.Message}");
}
catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
{
    Console.Error.WriteLine($"Otro programa está usando el puerto {port} de {host}.");
    Environment.ExitCode = 1;
}
catch (Exception e)
{
    Console.Error.WriteLine($"Error en {host}, puerto {port}: {e.Message}");
    Environment.ExitCode = 1;
}
finally
{
    // 7. Cerrar el socket del servidor al final
    server?.Close();
}
