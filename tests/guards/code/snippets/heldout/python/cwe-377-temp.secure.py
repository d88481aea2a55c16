import os
import subprocess
import tempfile


def edit(text):
    handle, path = tempfile.mkstemp(suffix=".txt")
    with os.fdopen(handle, "w") as out:
        out.write(text)
    subprocess.run([os.environ.get("EDITOR", "vi"), path], check=True)
    with open(path) as edited:
        return edited.read()
