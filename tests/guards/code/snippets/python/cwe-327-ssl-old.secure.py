import socket
import ssl


def connect(host, port):
    sock = socket.create_connection((host, port))
    context = ssl.create_default_context()
    return context.wrap_socket(sock, server_hostname=host)
