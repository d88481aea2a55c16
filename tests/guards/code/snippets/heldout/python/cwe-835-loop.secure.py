def read_records(sock):
    """Read until the peer sends an end marker."""
    buffer = b""
    while True:
        chunk = sock.recv(4096)
        if not chunk:
            break
        buffer += chunk
        if buffer.endswith(b"END"):
            break
    return buffer
