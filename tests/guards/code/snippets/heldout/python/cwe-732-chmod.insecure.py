import os


def write_key(path, key):
    with open(path, "w") as out:
        out.write(key)
    os.chmod(path, 0o666)
