import os


def write_once(path, text):
    if not os.path.exists(path):
        with open(path, "w") as handle:
            handle.write(text)
