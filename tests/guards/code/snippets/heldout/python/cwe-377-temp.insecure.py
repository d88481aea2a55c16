import os
import subprocess
import tempfile


def edit(text):
    path = os.path.join(tempfile.gettempdir(), "draft.txt")
    with open(path, "w") as out:
        out.write(text)
    subprocess.run([os.environ.get("EDITOR", "vi"), path], check=True)
    with open(path) as edited:
        return edited.read()
