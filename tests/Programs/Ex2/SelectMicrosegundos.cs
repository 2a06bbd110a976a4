// right: Spanish, Socket.Select with microseconds, ReuseAddress, Listen(1), Receive while there is more to read
using System.Collections;
using System.Net;
using System.Net.Sockets;
using System.Text;

string dirección = args.Length > 0 ? args[0] : "127.0.0.1";
int puerto = args.Length > 1 ? int.Parse(args[1]) : 9000;
int segundos = args.Length > 2 ? int.Parse(args[2]) : 300;

Socket servidor = null;
try
{
    // 1. Socket orientado a conexión
    servidor = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    servidor.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);

    // 2. Dirección y puerto
    servidor.Bind(new IPEndPoint(IPAddress.Parse(dirección), puerto));

    // 3. Tiempo de espera en microsegundos
    int microsegundos = segundos * 1000000;

    // 4. A la escucha
    servidor.Listen(1);
    Console.WriteLine($"Escuchando en {servidor.LocalEndPoint}…");

    // 5. Bucle infinito
    bool seguir = true;
    while (seguir)
    {
        ArrayList lectura = new ArrayList { servidor };
        Socket.Select(lectura, null, null, microsegundos);
        if (lectura.Count == 0)
        {
            // 6. Se acabó el tiempo
            Console.WriteLine("Se acabó el tiempo de espera: no hay clientes.");
            seguir = false;
        }
        else
        {
            Atender();
        }
    }
}
catch (SocketException e)
{
    // 6. Errores del servidor
    Console.WriteLine($"Error {e.NativeErrorCode} en el servidor: {e.Message}");
}
catch (Exception e)
{
    Console.WriteLine($"Error en el servidor: {e.Message}");
}
finally
{
    // 7. Cerrar
    if (servidor != null)
        servidor.Close();
}

void Atender()
{
    Socket cliente = null;
    try
    {
        // 5a. Aceptar
        cliente = servidor.Accept();
        cliente.ReceiveTimeout = segundos * 1000;

        // 5b. Recibir mientras queden datos
        MemoryStream mensaje = new MemoryStream();
        byte[] trozo = new byte[64];
        int leídos;
        do
        {
            leídos = cliente.Receive(trozo);
            mensaje.Write(trozo, 0, leídos);
        } while (leídos > 0 && cliente.Available > 0);

        // 5c. Mostrar
        Console.WriteLine("Mensaje recibido: " + Encoding.UTF8.GetString(mensaje.ToArray()));

        // 5d. Devolver
        cliente.Send(mensaje.ToArray());
    }
    catch (SocketException e)
    {
        // 6. Errores con un cliente
        Console.WriteLine($"Error {e.SocketErrorCode} con el cliente: {e.Message}");
    }
    finally
    {
        // 5e. Cerrar el cliente
        cliente?.Close();
    }
}
