import os
import tempfile


def export_csv(rows):
    path = tempfile.mktemp(suffix=".csv")
    with open(path, "w") as f:
        for r in rows:
            f.write(",".join(map(str, r)) + "\n")
    return path
