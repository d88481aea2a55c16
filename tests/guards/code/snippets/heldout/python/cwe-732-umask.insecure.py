import os


def write_token(home, token):
    path = os.path.join(home, ".myapp", "token")
    os.makedirs(os.path.dirname(path), mode=0o777, exist_ok=True)
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    with os.fdopen(fd, "w") as f:
        f.write(token)
