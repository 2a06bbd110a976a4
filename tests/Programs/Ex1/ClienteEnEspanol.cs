// right: a class with Main, Spanish names and messages, receives until the server closes
using System.Net.Sockets;
using System.Text;

namespace Practica1;

internal class Cliente
{
    private const int TamañoBúfer = 16;

    private static void Main(string[] args)
    {
        string servidor = args.Length > 0 ? args[0] : "127.0.0.1";
        int puerto = args.Length > 1 ? Convert.ToInt32(args[1]) : 9000;
        string mensaje = args.Length > 2 ? args[2] : "Hello, server!";
        int segundos = args.Length > 3 ? Convert.ToInt32(args[3]) : 300;

        Socket conexión = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            conexión.ReceiveTimeout = segundos * 1000;
            conexión.Connect(servidor, puerto);
            conexión.Send(Encoding.UTF8.GetBytes(mensaje));

            List<byte> respuesta = new List<byte>();
            byte[] búfer = new byte[TamañoBúfer];
            int leídos;
            while ((leídos = conexión.Receive(búfer)) > 0)
            {
                respuesta.AddRange(búfer.Take(leídos));
            }

            if (respuesta.Count == 0)
                Console.WriteLine("El servidor cerró la conexión sin contestar.");
            else
                Console.WriteLine($"Respuesta del servidor: {Encoding.UTF8.GetString(respuesta.ToArray())}");
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.TimedOut)
        {
            Console.WriteLine($"Tiempo agotado: {segundos} segundos sin respuesta.");
        }
        catch (Exception error)
        {
            Console.WriteLine($"Se ha producido un error: {error.Message}");
        }
        finally
        {
            conexión.Close();
            Console.WriteLine("Conexión cerrada.");
        }
    }
}
