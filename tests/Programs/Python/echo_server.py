import socket
import sys

host = sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1"
port = int(sys.argv[2]) if len(sys.argv) > 2 else 9000
timeout = int(sys.argv[3]) if len(sys.argv) > 3 else 300

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
try:
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind((host, port))
    server.settimeout(timeout)
    server.listen()
    print("Escuchando en", host, port)
    while True:
        client, address = server.accept()
        try:
            data = client.recv(1024)
            print("Mensaje de", address, data.decode(errors="replace"))
            client.send(data)
        except OSError as error:
            print("Cliente perdido:", error)
        finally:
            client.close()
except socket.timeout:
    print("Nadie llama: timeout")
except Exception as error:
    print("Error:", error)
finally:
    server.close()
