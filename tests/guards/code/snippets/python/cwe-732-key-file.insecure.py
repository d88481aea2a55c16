import os


def save_key(path, key):
    with open(path, "wb") as handle:
        handle.write(key)
    os.chmod(path, 0o777)
