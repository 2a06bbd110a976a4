using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
string message = args.Length > 2 ? args[2] : "Hello, server!";
int timeoutSeconds = args.Length > 3 ? int.Parse(args[3]) : 300;

// 1. Create a connection-oriented socket (TCP)

// 2. Set a timeout of 300 seconds
// The number to use is timeoutSeconds. Mind the unit that .NET counts in.

// 3. Connect to the server's address (host and port)

// 4. Send the encoded message
// A socket carries bytes, not text. Everybody in this lab encodes text as UTF-8.

// 5. Receive the reply on the same socket
// One Receive may bring only a part of the reply, and it tells how many bytes came.

// 6. Decode the reply and show it
// Only the bytes that came: the rest of the buffer is not part of the reply.

// 7. Handle the timeout exception, and any other
// Whatever goes wrong, the user gets a message and no stack trace.

// 8. In every case close the socket at the end
// In every case: also when one of the steps above has failed.
