def read_records(sock):
    """Read until the peer sends an end marker."""
    buffer = b""
    while True:
        chunk = sock.recv(4096)
        buffer += chunk
        if buffer.endswith(b"END"):
            break
    return buffer
