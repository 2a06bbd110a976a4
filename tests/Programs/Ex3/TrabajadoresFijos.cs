// right: Spanish, sixteen threads that take their clients from a BlockingCollection, TryTake is the timeout
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

string ip = args.Length > 0 ? args[0] : "127.0.0.1";
int puerto = args.Length > 1 ? int.Parse(args[1]) : 9000;
int segundos = args.Length > 2 ? int.Parse(args[2]) : 300;

using var llegados = new BlockingCollection<Socket>();
using var cola = new BlockingCollection<Socket>();

// 1. Crear
var servidor = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
try
{
    // 2. Dirección y puerto
    servidor.Bind(new IPEndPoint(IPAddress.Parse(ip), puerto));

    // 4. Escuchar
    servidor.Listen();

    // 5b. Los hilos que atienden, y uno que acepta
    for (int i = 0; i < 16; i++)
        new Thread(Trabajar) { IsBackground = true }.Start();
    new Thread(Aceptar) { IsBackground = true }.Start();

    // 5. Bucle; 3. espera limitada
    while (llegados.TryTake(out Socket cliente, TimeSpan.FromSeconds(segundos)))
        cola.Add(cliente);
    Console.WriteLine("Ningún cliente nuevo: el servidor termina.");
}
catch (Exception e)
{
    // 7. En el bucle
    Console.WriteLine("Error del servidor: " + e.Message);
}
finally
{
    // 8. Cerrar
    servidor.Close();
}
Environment.Exit(0);

// 5a. Aceptar
void Aceptar()
{
    while (true)
    {
        try
        {
            llegados.Add(servidor.Accept());
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.OperationAborted or SocketError.Interrupted)
        {
            return;
        }
        catch (Exception e)
        {
            Console.WriteLine("Error al aceptar: " + e.Message);
        }
    }
}

void Trabajar()
{
    foreach (Socket cliente in cola.GetConsumingEnumerable())
        Atender(cliente);
}

// 6. Un cliente
void Atender(Socket cliente)
{
    try
    {
        cliente.ReceiveTimeout = segundos * 1000;
        byte[] búfer = new byte[1024];
        int n;
        // 6a. Recibir
        while ((n = cliente.Receive(búfer)) > 0)
        {
            // 6b. Mostrar
            Console.WriteLine($"{cliente.RemoteEndPoint} dice: {Encoding.UTF8.GetString(búfer, 0, n)}");
            // 6c. Devolver
            cliente.Send(búfer, n, SocketFlags.None);
        }
    }
    catch (Exception e)
    {
        // 7. En el hilo
        Console.WriteLine("Error con un cliente: " + e.Message);
    }
    finally
    {
        // 6d. Cerrar
        cliente.Close();
    }
}
