using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> Bytes =>
        [
            new(
                Mistake.WholeBufferDecoded,
                Exercise.Client,
                "6",
                new(Verdict.ExtraBytes, Awaited.Text),
                """
                byte[] buffer = new byte[1024];
                socket.Receive(buffer);
                Console.WriteLine(«Encoding.UTF8.GetString(buffer)»);
                """
            ),
            new(
                Mistake.WholeBufferDecoded,
                Exercise.EchoServer,
                "5c",
                new(Verdict.ExtraBytes, Awaited.Text),
                """
                var datos = new byte[4096];
                int n = flujo.Read(datos, 0, datos.Length);
                string s = «Encoding.UTF8.GetString(datos, 0, datos.Length)»;
                """
            ),
            new(
                Mistake.WholeBufferDecoded,
                Exercise.ThreadedServer,
                "6b",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                const int Size = 512;
                byte[] b = new byte[Size];
                await client.ReceiveAsync(b.AsMemory());
                Console.Write(«Encoding.UTF8.GetString(b)».TrimEnd('\0'));
                """
            ),
            new(
                null,
                Exercise.Client,
                "6",
                new(Verdict.ExtraBytes, Awaited.Text),
                """
                byte[] buffer = new byte[request.Length];
                stream.ReadExactly(buffer);
                Console.WriteLine(Encoding.UTF8.GetString(buffer));
                """
            ),
            new(
                Mistake.WholeBufferSent,
                Exercise.EchoServer,
                "5d",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                byte[] buffer = new byte[1024];
                int n = client.Receive(buffer);
                «client.Send(buffer)»;
                """
            ),
            new(
                Mistake.WholeBufferSent,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                var trozo = new byte[256];
                flujo.Read(trozo);
                «flujo.Write(trozo, 0, trozo.Length)»;
                """
            ),
            new(
                Mistake.WholeBufferSent,
                Exercise.EchoServer,
                "5d",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                byte[] b = new byte[64 * 1024];
                await client.ReceiveAsync(b, SocketFlags.None);
                await «client.SendAsync(b, SocketFlags.None)»;
                """
            ),
            new(
                null,
                Exercise.Client,
                "4",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                byte[] request = Encoding.UTF8.GetBytes(args[2]);
                socket.Send(request);
                """
            ),
            new(
                Mistake.CharactersForBytes,
                Exercise.Client,
                "4",
                new(Verdict.Stopped, Awaited.Bytes),
                """
                string message = args[2];
                byte[] b = Encoding.UTF8.GetBytes(message);
                socket.Send(b, «message.Length», SocketFlags.None);
                """
            ),
            new(
                Mistake.CharactersForBytes,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                var mensaje = args[2];
                byte[] respuesta = new byte[«mensaje.Length»];
                socket.Receive(respuesta);
                """
            ),
            new(
                Mistake.CharactersForBytes,
                Exercise.Client,
                "5",
                new(Verdict.Stopped, Awaited.Text),
                """
                string text = args.Length > 2 ? args[2] : "Hello";
                stream.Read(buffer, 0, «text.Length»);
                """
            ),
            new(
                Mistake.SmallBuffer,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                byte[] buffer = «new byte[16]»;
                int n = socket.Receive(buffer);
                Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, n));
                """
            ),
            new(
                Mistake.SmallBuffer,
                Exercise.Client,
                "5",
                new(Verdict.Stopped, Awaited.Text),
                """
                const int Tam = 32;
                byte[] b = «new byte[Tam]»;
                int n = await flujo.ReadAsync(b, 0, b.Length);
                """
            ),
            new(
                Mistake.SmallBuffer,
                Exercise.Client,
                "6",
                new(Verdict.Stopped, Awaited.Text),
                """
                var b = «new byte[8]»;
                Console.Write(Encoding.UTF8.GetString(b, 0, client.GetStream().Read(b)));
                """
            ),
            new(
                null,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                byte[] buffer = new byte[16];
                int n;
                while ((n = socket.Receive(buffer)) > 0) Console.Write(Encoding.UTF8.GetString(buffer, 0, n));
                """
            ),
            new(
                Mistake.BufferPrinted,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                byte[] buffer = new byte[1024];
                socket.Receive(buffer);
                Console.WriteLine(«buffer»);
                """
            ),
            new(
                Mistake.BufferPrinted,
                Exercise.EchoServer,
                "5c",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                byte[] datos = new byte[1024];
                flujo.Read(datos, 0, 1024);
                Console.WriteLine($"Recibido: {«datos»}");
                """
            ),
            new(
                Mistake.BufferPrinted,
                Exercise.ThreadedServer,
                "6b",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                var b = new byte[100];
                var n = await client.ReceiveAsync(b);
                Console.Out.Write(«b»);
                """
            ),
            new(
                Mistake.EndNotNoticed,
                Exercise.Client,
                "7",
                new(Verdict.StillRunning, Awaited.Ends),
                """
                while (true)
                {
                    int n = «socket.Receive(buffer)»;
                    Console.Write(Encoding.UTF8.GetString(buffer, 0, n));
                }
                """
            ),
            new(
                Mistake.EndNotNoticed,
                Exercise.EchoServer,
                "5e",
                new(Verdict.Silent, Awaited.Close),
                """
                int n;
                while ((n = «client.Receive(buffer)») >= 0)
                    client.Send(buffer, n, SocketFlags.None);
                """
            ),
            new(
                Mistake.EndNotNoticed,
                Exercise.Client,
                "5",
                new(Verdict.StillRunning, Awaited.Ends),
                """
                int total = 0;
                while (total < request.Length)
                {
                    int leidos = await «flujo.ReadAsync(b, total, b.Length - total)»;
                    total += leidos;
                }
                """
            ),
            new(
                null,
                Exercise.ThreadedServer,
                "6d",
                new(Verdict.Silent, Awaited.Close),
                """
                while (true)
                {
                    int n = stream.Read(b);
                    if (n == 0) break;
                    stream.Write(b, 0, n);
                }
                """
            ),
            new(
                Mistake.AvailableAsked,
                Exercise.Client,
                "5",
                new(Verdict.CleanClose, Awaited.WaitsForBytes),
                """
                if («socket.Available» > 0)
                    n = socket.Receive(buffer);
                """
            ),
            new(
                Mistake.AvailableAsked,
                Exercise.EchoServer,
                "5b",
                new(Verdict.CleanClose, Awaited.WaitsForBytes),
                """
                while («flujo.DataAvailable»)
                {
                    int n = flujo.Read(b, 0, b.Length);
                    flujo.Write(b, 0, n);
                }
                """
            ),
            new(
                Mistake.AvailableAsked,
                Exercise.ThreadedServer,
                "6a",
                new(Verdict.CleanClose, Awaited.Bytes),
                """
                int count = «client.Available» > 0 ? client.Receive(buffer) : 0;
                """
            ),
            new(
                null,
                Exercise.Client,
                "5",
                new(Verdict.CleanClose, Awaited.WaitsForBytes),
                """
                while (socket.Available == 0) Thread.Sleep(10);
                do n = stream.Read(b); while (stream.DataAvailable);
                """
            ),
            new(
                Mistake.NotBlocking,
                Exercise.Client,
                "5",
                new(Verdict.CleanClose, Awaited.WaitsForBytes),
                """
                «socket.Blocking = false»;
                int n = socket.Receive(buffer);
                """
            ),
            new(
                Mistake.NotBlocking,
                Exercise.EchoServer,
                "5b",
                new(Verdict.CleanClose, Awaited.Received),
                """
                Socket c = server.Accept();
                «c.Blocking = false»;
                """
            ),
            new(
                Mistake.NotBlocking,
                Exercise.ThreadedServer,
                "6a",
                new(Verdict.Reset, Awaited.Received),
                """
                Atender(escucha.AcceptTcpClient());
                void Atender(TcpClient cliente)
                {
                    «cliente.Client.Blocking = false»;
                    cliente.GetStream().Read(b);
                }
                """
            ),
            new(
                Mistake.WriterNotFlushed,
                Exercise.Client,
                "4",
                new(Verdict.Silent, Awaited.Bytes),
                """
                var writer = new StreamWriter(client.GetStream());
                «writer.Write(args[2])»;
                int n = reader.Read(letters, 0, 100);
                writer.Close();
                """
            ),
            new(
                null,
                Exercise.Client,
                "4",
                new(Verdict.Silent, Awaited.Bytes),
                """
                var writer = new StreamWriter(client.GetStream(), leaveOpen: true);
                writer.Write(args[2]);
                writer.Close();
                int n = reader.Read(letters, 0, 100);
                """
            ),
            new(
                Mistake.WriterNotFlushed,
                Exercise.Client,
                "4",
                new(Verdict.Silent, Awaited.Bytes),
                """
                var writer = new StreamWriter(client.GetStream());
                «writer.Write(args[2])»;
                Console.WriteLine(reader.ReadLine());
                """
            ),
            new(
                Mistake.WriterNotFlushed,
                Exercise.EchoServer,
                "5d",
                new(Verdict.Silent, Awaited.Bytes),
                """
                StreamWriter salida = new StreamWriter(new NetworkStream(cliente));
                while ((linea = entrada.ReadLine()) != null) «salida.WriteLine(linea)»;
                """
            ),
            new(
                Mistake.WriterNotFlushed,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.Silent, Awaited.Bytes),
                """
                async Task Serve(TcpClient c)
                {
                    using var w = new StreamWriter(c.GetStream());
                    while (await r.ReadAsync(b) is > 0 and var n) await «w.WriteAsync(b, 0, n)»;
                }
                await Serve(c);
                """
            ),
            new(
                null,
                Exercise.Client,
                "4",
                new(Verdict.Silent, Awaited.Bytes),
                """
                var writer = new StreamWriter(client.GetStream());
                writer.AutoFlush = true;
                writer.Write(args[2]);
                """
            ),
        ];
}
