using System.Net;
using System.Net.Sockets;
using System.Text;

string host = args.Length > 0 ? args[0] : "127.0.0.1";
int port = args.Length > 1 ? int.Parse(args[1]) : 9000;
int timeoutSeconds = args.Length > 2 ? int.Parse(args[2]) : 300;

// 1. Create a connection-oriented socket

// 2. Bind it to the address and port

// 3. Set a timeout of 300 seconds
// The same trap as in exercise 2: a receive timeout bounds Receive, it does not bound Accept.

// 4. Listen

// 5. Loop for ever

// 5a. Accept a client
// Wait no longer than the timeout (see step 3).

// 5b. Create and start a thread that serves this client
// After that the loop goes straight back to 5a.

// 6. The function that serves one client
// It runs once per client, in that client's thread. Give it all it needs, share nothing.

// 6a. Receive the message from the client's socket

// 6b. Show the message

// 6c. Send the same message back

// 6d. Close the client's socket
// Also when the client has gone away in the middle.

// 7. Handle the timeout exception, and any other, in the loop and in the thread
// An exception that nobody catches in a thread ends the whole process.

// 8. Close the server's socket at the end
