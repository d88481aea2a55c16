import socket


def serve(port):
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    server.bind(("0.0.0.0", port))
    server.listen()
    while True:
        connection, _ = server.accept()
        connection.sendall(b"hello\n")
        connection.close()
