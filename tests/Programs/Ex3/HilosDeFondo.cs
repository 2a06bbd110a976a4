// right: Spanish, background threads with a parameter of type object, BeginAcceptSocket
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Practica3;

public static class ServidorConHilos
{
    private static void Main(string[] argumentos)
    {
        string ip = argumentos.Length > 0 ? argumentos[0] : "127.0.0.1";
        int puerto = argumentos.Length > 1 ? int.Parse(argumentos[1]) : 9000;
        int segundos = argumentos.Length > 2 ? int.Parse(argumentos[2]) : 300;

        TcpListener escucha = new TcpListener(IPAddress.Parse(ip), puerto);
        try
        {
            escucha.Start();
            Console.WriteLine("Esperando clientes…");
            while (true)
            {
                IAsyncResult petición = escucha.BeginAcceptSocket(null, null);
                if (!petición.AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(segundos)))
                    throw new TimeoutException($"no ha llegado nadie en {segundos} segundos");

                try
                {
                    Thread hilo = new Thread(AtenderCliente) { IsBackground = true };
                    hilo.Start(escucha.EndAcceptSocket(petición));
                }
                catch (SocketException error)
                {
                    Console.WriteLine("Un cliente se ha ido antes de tiempo: " + error.Message);
                }
            }
        }
        catch (Exception excepción)
        {
            Console.WriteLine("Fin del servidor: " + excepción.Message);
        }
        finally
        {
            escucha.Stop();
        }
    }

    private static void AtenderCliente(object? parámetro)
    {
        Socket cliente = (Socket)parámetro!;
        try
        {
            byte[] búfer = new byte[1024];
            int leídos = cliente.Receive(búfer, SocketFlags.None);
            Console.WriteLine("Mensaje: " + Encoding.UTF8.GetString(búfer, 0, leídos));
            cliente.Send(búfer, leídos, SocketFlags.None);
        }
        catch (Exception excepción)
        {
            Console.WriteLine("Error con un cliente: " + excepción.Message);
        }
        finally
        {
            cliente.Close();
        }
    }
}
