import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 9000
message = sys.argv[3] if len(sys.argv) > 3 else "Hello, server!"
timeout = int(sys.argv[4]) if len(sys.argv) > 4 else 300

sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    sock.settimeout(timeout)
    sock.connect((host, port))
    sock.send(message.encode())
    reply = sock.recv(1024)
    print(reply.decode())
except socket.timeout:
    print("El servidor no responde: timeout")
except Exception as error:
    print("Error:", error)
finally:
    sock.close()
