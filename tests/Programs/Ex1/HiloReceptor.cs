// right: Spanish, a thread that receives and Join(time), a struct for the settings, static fields
using System;
using System.Net.Sockets;
using System.Text;
using System.Threading;

namespace Prácticas.Sockets
{
    struct Ajustes
    {
        public string Máquina;
        public int Puerto;
        public string Mensaje;
        public int Espera;
    }

    class Programa
    {
        static Socket enchufe;
        static string respuesta;
        static Exception fallo;

        static int Main(string[] args)
        {
            Ajustes a = Leer(args);
            Console.OutputEncoding = Encoding.UTF8;
            Console.WriteLine("Cliente TCP. Servidor: " + a.Máquina + ", puerto: " + a.Puerto);

            // 1. Crear el socket TCP
            enchufe = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                // 2. El tiempo de espera: para enviar aquí, para recibir en el Join
                enchufe.SendTimeout = a.Espera * 1000;

                // 3. Conectar
                enchufe.Connect(a.Máquina, a.Puerto);

                // 4. Enviar
                enchufe.Send(new UTF8Encoding().GetBytes(a.Mensaje));

                // 5. Recibir, en otro hilo
                Thread receptor = new Thread(Recibir);
                receptor.IsBackground = true;
                receptor.Start();
                if (!receptor.Join(a.Espera * 1000))
                    throw new TimeoutException("el servidor no contesta");
                if (fallo != null)
                    throw fallo;

                // 6. Mostrar
                Console.WriteLine("El servidor dice «" + respuesta + "»");
                return 0;
            }
            // 7. Excepciones
            catch (TimeoutException e)
            {
                Console.WriteLine("¡Se acabó el tiempo! " + e.Message);
                return -1;
            }
            catch (Exception e)
            {
                Console.WriteLine("Algo ha ido mal: " + e.Message);
                return -2;
            }
            finally
            {
                // 8. Cerrar
                enchufe.Close();
            }
        }

        static void Recibir()
        {
            try
            {
                byte[] datos = new byte[2048];
                int n = enchufe.Receive(datos);
                respuesta = Encoding.UTF8.GetString(datos, 0, n);
            }
            catch (Exception e)
            {
                fallo = e;
            }
        }

        static Ajustes Leer(string[] args)
        {
            Ajustes a = new Ajustes();
            a.Máquina = args.Length > 0 ? args[0] : "127.0.0.1";
            a.Puerto = args.Length > 1 ? int.Parse(args[1]) : 9000;
            a.Mensaje = args.Length > 2 ? args[2] : "Hello, server!";
            a.Espera = args.Length > 3 ? int.Parse(args[3]) : 300;
            return a;
        }
    }
}
