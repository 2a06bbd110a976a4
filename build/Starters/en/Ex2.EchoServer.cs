using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

// 1. Create a connection-oriented socket

// 2. Bind it to the address and port
// The host of a server is one of its own addresses, given in figures.

// 3. Set a timeout of 300 seconds
// The number to use is timeoutSeconds.
// The trap: a socket's receive timeout bounds Receive, it does not bound Accept.
// A server that nobody calls must still stop waiting, so step 5a needs something more.

// 4. Listen

// 5. Loop for ever

// 5a. Accept a client
// Accept gives a second socket, for this client only. Wait no longer than the timeout (see step 3).

// 5b. Receive the message from the client's socket

// 5c. Show the message
// Only the bytes that came, decoded.

// 5d. Send the same message back
// The same bytes, neither more nor fewer.

// 5e. Close the client's socket
// Also when the client has gone away in the middle.

// 6. Handle the timeout exception, and any other
// A client that fails must not end the server. A timeout while waiting for clients does.

// 7. Close the server's socket at the end
