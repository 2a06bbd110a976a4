using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

// 1. Crear un socket orientado a conexión (TCP)

// 2. Establecer un tiempo de espera de 300 segundos
// El número que hay que usar es timeoutSeconds. Ojo con la unidad en la que cuenta .NET.

// 3. Conectar con la dirección del servidor (máquina y puerto)

// 4. Enviar el mensaje codificado
// Un socket transporta bytes, no texto. En esta práctica todos codifican el texto en UTF-8.

// 5. Recibir la respuesta en el mismo socket
// Un Receive puede traer solo una parte de la respuesta, y dice cuántos bytes han llegado.

// 6. Decodificar la respuesta y mostrarla
// Solo los bytes que han llegado: el resto del búfer no es parte de la respuesta.

// 7. Controlar la excepción por tiempo de espera, y cualquier otra
// Falle lo que falle, el usuario recibe un mensaje, y no una traza de pila.

// 8. En cualquier caso, cerrar el socket al final
// En cualquier caso: también cuando ha fallado uno de los pasos anteriores.
