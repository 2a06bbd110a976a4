using Lab.Build;
using Lab.Build.Diagnosing;
using Lab.Build.Reading;
using Lab.Harness;

namespace Lab.Kit.Tests.Pointers;

internal static partial class Examples
{
    private static IEnumerable<Example> Texts =>
        [
            new(
                Mistake.WrongEncoding,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Send(«Encoding.ASCII».GetBytes(args[2]));
                """
            ),
            new(
                Mistake.WrongEncoding,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                class Cliente
                {
                    static readonly Encoding Codigo = «Encoding.Latin1»;

                    static async Task Main(string[] args)
                    {
                        using TcpClient c = new TcpClient();
                        NetworkStream flujo = c.GetStream();
                        byte[] datos = Codigo.GetBytes(args[2]);
                        await flujo.WriteAsync(datos, 0, datos.Length);
                    }
                }
                """
            ),
            new(
                Mistake.WrongEncoding,
                Exercise.EchoServer,
                "5d",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                var client = server.Accept();
                string text = Encoding.ASCII.GetString(buffer, 0, client.Receive(buffer));
                client.Send(«Encoding.ASCII».GetBytes(text));
                """
            ),
            new(
                Mistake.WrongDecoding,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                int n = socket.Receive(buffer);
                Console.WriteLine("Reply: " + «Encoding.ASCII».GetString(buffer, 0, n));
                """
            ),
            new(
                Mistake.WrongDecoding,
                Exercise.ThreadedServer,
                "6b",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                Atender(escucha.AcceptTcpClient());
                void Atender(TcpClient cliente)
                {
                    var lector = new StreamReader(cliente.GetStream(), «Encoding.Latin1»);
                    string linea = lector.ReadLine();
                    Console.WriteLine($"Recibido: {linea}");
                }
                """
            ),
            new(
                Mistake.WrongDecoding,
                Exercise.EchoServer,
                "5c",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                Decoder decoder = «Encoding.Unicode».GetDecoder();
                int length = decoder.GetChars(buffer, 0, count, text, 0);
                Console.Write(decoder.GetString(buffer));
                """
            ),
            new(
                null,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                File.WriteAllBytes("log", Encoding.ASCII.GetBytes("log"));
                Console.WriteLine(Encoding.UTF8.GetString(buffer, 0, n));
                """
            ),
            new(
                Mistake.ByteOrderMark,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                var writer = new StreamWriter(client.GetStream(), «Encoding.UTF8») { AutoFlush = true };
                writer.Write(args[2]);
                """
            )
            {
                Difference = DifferenceKind.ByteOrderMark,
            },
            new(
                Mistake.ByteOrderMark,
                Exercise.EchoServer,
                "5d",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                using NetworkStream s = cliente.GetStream();
                using (StreamWriter w = new StreamWriter(s, «System.Text.Encoding.UTF8», 1024))
                    w.Write(line);
                """
            )
            {
                Difference = DifferenceKind.ByteOrderMark,
            },
            new(
                Mistake.ByteOrderMark,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                Encoding code = Encoding.UTF8;
                await using var w = new StreamWriter(new NetworkStream(socket), «code»);
                await w.WriteAsync(message);
                """
            )
            {
                Difference = DifferenceKind.ByteOrderMark,
            },
            new(
                Mistake.DecodedEcho,
                Exercise.EchoServer,
                "5d",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                string text = Encoding.UTF8.GetString(buffer, 0, client.Receive(buffer));
                client.Send(«Encoding.UTF8.GetBytes(text)»);
                """
            )
            {
                Difference = DifferenceKind.Reencoded,
            },
            new(
                Mistake.DecodedEcho,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                class Hilo
                {
                    public void Servir(Socket cliente, Action<Socket> otra = Servir)
                    {
                        int n = cliente.Receive(datos);
                        var mensaje = Encoding.UTF8.GetString(datos, 0, n);
                        Console.WriteLine(mensaje);
                        byte[] eco = «Encoding.UTF8.GetBytes(mensaje)»;
                        cliente.Send(eco, 0, eco.Length, SocketFlags.None);
                    }
                }
                """
            )
            {
                Difference = DifferenceKind.Reencoded,
            },
            new(
                Mistake.DecodedEcho,
                Exercise.EchoServer,
                "5d",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                var stream = client.GetStream();
                var text = Encoding.UTF8.GetString(buffer.AsSpan(0, await stream.ReadAsync(buffer)));
                await stream.WriteAsync(«Encoding.UTF8.GetBytes(text)»);
                """
            )
            {
                Difference = DifferenceKind.Reencoded,
            },
            new(
                Mistake.Trimmed,
                Exercise.EchoServer,
                "5d",
                new(Verdict.Stopped, Awaited.Bytes),
                """
                string text = «Encoding.UTF8.GetString(buffer, 0, n).Trim()»;
                client.Send(Encoding.UTF8.GetBytes(text));
                """
            )
            {
                Difference = DifferenceKind.NewlineMissing,
            },
            new(
                Mistake.Trimmed,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.Stopped, Awaited.Bytes),
                """
                var texto = Encoding.UTF8.GetString(b, 0, n);
                texto = «texto.TrimEnd('\n')»;
                flujo.Write(Encoding.UTF8.GetBytes(texto), 0, n);
                """
            )
            {
                Difference = DifferenceKind.NewlineMissing,
            },
            new(
                Mistake.Trimmed,
                Exercise.EchoServer,
                "5d",
                new(Verdict.Stopped, Awaited.Bytes),
                """
                writer.Write(«text.TrimEnd()»);
                writer.Flush();
                """
            )
            {
                Difference = DifferenceKind.NewlineMissing,
            },
            new(
                Mistake.LineRead,
                Exercise.EchoServer,
                "5d",
                new(Verdict.Silent, Awaited.Bytes),
                """
                var reader = new StreamReader(client.GetStream());
                while ((line = «reader.ReadLine()») != null)
                    writer.Write(line);
                """
            ),
            new(
                Mistake.LineRead,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.Stopped, Awaited.Bytes),
                """
                string linea = await «lector.ReadLineAsync()»;
                await escritor.WriteAsync(linea);
                """
            )
            {
                Difference = DifferenceKind.NewlineMissing,
            },
            new(
                Mistake.LineRead,
                Exercise.Client,
                "5",
                new(Verdict.Silent, Awaited.Received),
                """
                using StreamReader r = new(new NetworkStream(socket));
                Console.WriteLine(«r.ReadLine()»);
                """
            ),
            new(
                Mistake.LineWritten,
                Exercise.Client,
                "4",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                var w = new StreamWriter(client.GetStream()) { AutoFlush = true };
                «w.WriteLine(args[2])»;
                """
            )
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            new(
                Mistake.LineWritten,
                Exercise.EchoServer,
                "5d",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                await «writer.WriteLineAsync(text)»;
                await writer.FlushAsync();
                Console.WriteLine(text);
                """
            )
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            new(
                Mistake.LineWritten,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                new Thread(() => Atender(c)).Start();
                void Atender(Socket s)
                {
                    using StreamWriter salida = new StreamWriter(new NetworkStream(s));
                    «salida.WriteLine(linea)»;
                }
                """
            )
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            new(
                Mistake.NewlineAppended,
                Exercise.Client,
                "4",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                socket.Send(Encoding.UTF8.GetBytes(args[2] + «"\n"»));
                """
            )
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            new(
                Mistake.NewlineAppended,
                Exercise.Client,
                "4",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                string mensaje = args[2] + «Environment.NewLine»;
                byte[] b = Encoding.UTF8.GetBytes(mensaje);
                flujo.Write(b, 0, b.Length);
                """
            )
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            new(
                Mistake.NewlineAppended,
                Exercise.EchoServer,
                "5d",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                client.Send(buffer, n, SocketFlags.None);
                client.Send(«"\r\n"u8»);
                """
            )
            {
                Difference = DifferenceKind.NewlineAdded,
            },
            new(
                Mistake.LettersChanged,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                socket.Send(Encoding.UTF8.GetBytes(«args[2].ToUpper()»));
                """
            ),
            new(
                Mistake.LettersChanged,
                Exercise.EchoServer,
                "5d",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                string text = Encoding.UTF8.GetString(b, 0, n);
                var answer = «text.ToLowerInvariant()»;
                client.Send(Encoding.UTF8.GetBytes(answer));
                """
            ),
            new(
                Mistake.LettersChanged,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                escritor.Write(«linea.ToUpper()»);
                Console.WriteLine(linea);
                """
            ),
            new(
                Mistake.FixedMessage,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                string message = args.Length > 2 ? args[2] : "Hello, server!";
                socket.Send(Encoding.UTF8.GetBytes(«"Hello"»));
                """
            ),
            new(
                Mistake.FixedMessage,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                const string Mensaje = "Hola";
                byte[] datos = Encoding.UTF8.GetBytes(«Mensaje»);
                flujo.Write(datos, 0, datos.Length);
                """
            ),
            new(
                Mistake.FixedMessage,
                Exercise.Client,
                "4",
                new(Verdict.Stopped, Awaited.Bytes),
                """
                class Client
                {
                    private static string Text => "ping";

                    static void Main(string[] args)
                    {
                        client.Client.Send(Encoding.UTF8.GetBytes(«Text»));
                    }
                }
                """
            ),
            new(
                Mistake.TextAdded,
                Exercise.EchoServer,
                "5d",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                client.Send(Encoding.UTF8.GetBytes(«"Echo: "»));
                client.Send(buffer, n, SocketFlags.None);
                """
            ),
            new(
                Mistake.TextAdded,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                cliente.Send(«"Bienvenido\n"u8»);
                cliente.Send(buffer.AsSpan(0, n));
                """
            ),
            new(
                Mistake.TextAdded,
                Exercise.Client,
                "4",
                new(Verdict.ExtraBytes, Awaited.Bytes),
                """
                string m = args[2];
                socket.Send(Encoding.UTF8.GetBytes(m));
                socket.Send(Encoding.UTF8.GetBytes(«"<EOF>"»));
                """
            ),
            new(
                Mistake.LengthWritten,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                string message = args[2];
                var writer = new BinaryWriter(client.GetStream());
                «writer.Write(message)»;
                """
            ),
            new(
                Mistake.LengthWritten,
                Exercise.Client,
                "4",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                using BinaryWriter w = new(new NetworkStream(socket));
                «w.Write(args[2])»;
                """
            ),
            new(
                Mistake.LengthWritten,
                Exercise.ThreadedServer,
                "6c",
                new(Verdict.WrongBytes, Awaited.Bytes),
                """
                void Serve(BinaryWriter salida, string texto)
                {
                    «salida.Write(texto)»;
                    salida.Flush();
                }
                Serve(null, null);
                """
            ),
            new(
                Mistake.MessagePrinted,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                string message = args.Length > 2 ? args[2] : "Hello";
                int n = socket.Receive(buffer);
                Console.WriteLine(«message»);
                """
            )
            {
                Difference = DifferenceKind.OwnMessage,
            },
            new(
                Mistake.MessagePrinted,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                class P { static void Main(string[] argumentos) { var mensaje = argumentos[2]; Console.Write(«mensaje»); } }
                """
            )
            {
                Difference = DifferenceKind.OwnMessage,
            },
            new(
                Mistake.MessagePrinted,
                Exercise.Client,
                "6",
                new(Verdict.WrongBytes, Awaited.Text),
                """
                socket.Send(Encoding.UTF8.GetBytes(args[2]));
                Console.Out.WriteLine(«args[2]»);
                """
            )
            {
                Difference = DifferenceKind.OwnMessage,
            },
        ];
}
