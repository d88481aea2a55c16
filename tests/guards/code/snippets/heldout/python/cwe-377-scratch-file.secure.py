import os
import tempfile


def export_csv(rows):
    fd, path = tempfile.mkstemp(suffix=".csv")
    with os.fdopen(fd, "w") as f:
        for r in rows:
            f.write(",".join(map(str, r)) + "\n")
    return path
