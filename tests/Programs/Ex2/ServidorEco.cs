// right: Spanish class with Main, AcceptSocketAsync and Task.WaitAny(time), a loop of receives
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Practica2
{
    public class ServidorEco
    {
        public static void Main(string[] args)
        {
            string dirección = args.Length > 0 ? args[0] : "127.0.0.1";
            int puerto = args.Length > 1 ? int.Parse(args[1]) : 9000;
            int espera = args.Length > 2 ? int.Parse(args[2]) : 300;

            var servidor = new TcpListener(IPAddress.Parse(dirección), puerto);
            try
            {
                servidor.Start(10);
                Console.WriteLine("Servidor a la escucha en {0}:{1}", dirección, puerto);
                while (true)
                {
                    Task<Socket> llegada = servidor.AcceptSocketAsync();
                    if (Task.WaitAny([llegada], espera * 1000) < 0)
                    {
                        Console.WriteLine("Tiempo agotado: ningún cliente en {0} s", espera);
                        break;
                    }
                    Atender(llegada, espera);
                }
            }
            catch (Exception error)
            {
                Console.WriteLine("Error del servidor: {0}", error.Message);
            }
            finally
            {
                servidor.Stop();
                Console.WriteLine("Servidor cerrado");
            }
        }

        private static void Atender(Task<Socket> llegada, int espera)
        {
            Socket? cliente = null;
            try
            {
                cliente = llegada.GetAwaiter().GetResult();
                cliente.ReceiveTimeout = espera * 1000;
                byte[] datos = new byte[256];
                int leídos;
                while ((leídos = cliente.Receive(datos)) > 0)
                {
                    Console.WriteLine("Recibido: {0}", Encoding.UTF8.GetString(datos, 0, leídos));
                    cliente.Send(datos, 0, leídos, SocketFlags.None);
                }
            }
            catch (SocketException error)
            {
                Console.WriteLine("El cliente se ha ido: {0}", error.Message);
            }
            finally
            {
                cliente?.Close();
            }
        }
    }
}
