import os
import tempfile


def draft(text, user):
    # ruleid: python-predictable-temp-file
    with open("/tmp/draft.txt", "w") as out:
        out.write(text)
    path = os.path.join(tempfile.gettempdir(), f"draft-{user}.txt")
    # ruleid: python-predictable-temp-file
    with open(path, "w") as out:
        out.write(text)
    handle, mine = tempfile.mkstemp()
    # ok: python-predictable-temp-file
    with open(mine, "w") as out:
        out.write(text)
    # ok: python-predictable-temp-file
    with open("/tmp/draft.txt") as source:
        return source.read()
    # open("/tmp/x", "w")
