def read(sock):
    data = b""
    # ruleid: python-data-without-end
    while True:
        chunk = sock.recv(4096)
        data += chunk
        if data.endswith(b"END"):
            break
    return data


def echo(sock):
    # ruleid: python-data-without-end
    while True:
        line = sock.recv(100)
        sock.sendall(line)


def whole(sock):
    data = b""
    # ok: python-data-without-end
    while True:
        chunk = sock.recv(4096)
        if not chunk:
            break
        data += chunk
    # ok: python-data-without-end
    while len(data) < 10:
        data += sock.recv(1)
    # while True: sock.recv(1)
    return data
