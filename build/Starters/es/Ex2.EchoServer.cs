using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

// 1. Crear un socket orientado a conexión

// 2. Enlazarlo a la dirección y al puerto
// La máquina (host) de un servidor es una de sus propias direcciones, escrita con números.

// 3. Establecer un tiempo de espera de 300 segundos
// El número que hay que usar es timeoutSeconds.
// La trampa: el tiempo de espera de recepción de un socket limita Receive, pero no limita Accept.
// Un servidor al que no se conecta nadie también tiene que dejar de esperar: el paso 5a necesita algo más.

// 4. Ponerlo a la escucha

// 5. Repetir en un bucle infinito

// 5a. Aceptar a un cliente
// Accept da un segundo socket, solo para este cliente. No esperes más tiempo del que marca el paso 3.

// 5b. Recibir el mensaje en el socket del cliente

// 5c. Mostrar el mensaje
// Solo los bytes que han llegado, decodificados.

// 5d. Devolver el mismo mensaje
// Los mismos bytes, ni uno más ni uno menos.

// 5e. Cerrar el socket del cliente
// También cuando el cliente se ha ido a media conversación.

// 6. Controlar la excepción por tiempo de espera, y cualquier otra
// Que falle un cliente no debe parar el servidor. Que se agote el tiempo esperando clientes, sí.

// 7. Cerrar el socket del servidor al final
