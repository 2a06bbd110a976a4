using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

// 1. Crear un socket orientado a conexión

// 2. Enlazarlo a la dirección y al puerto

// 3. Establecer un tiempo de espera de 300 segundos
// La misma trampa que en el ejercicio 2: un tiempo de espera de recepción limita Receive, pero no Accept.

// 4. Ponerlo a la escucha

// 5. Repetir en un bucle infinito

// 5a. Aceptar a un cliente
// No esperes más tiempo del que marca el paso 3.

// 5b. Crear y arrancar un hilo que atienda a este cliente
// Después, el bucle vuelve directamente a 5a.

// 6. La función que atiende a un cliente
// Se ejecuta una vez por cliente, en el hilo de ese cliente. Dale todo lo que necesita, no compartas nada.

// 6a. Recibir el mensaje en el socket del cliente

// 6b. Mostrar el mensaje

// 6c. Devolver el mismo mensaje

// 6d. Cerrar el socket del cliente
// También cuando el cliente se ha ido a media conversación.

// 7. Controlar la excepción por tiempo de espera, y cualquier otra, en el bucle y en el hilo
// Una excepción que nadie captura en un hilo termina todo el proceso.

// 8. Cerrar el socket del servidor al final
