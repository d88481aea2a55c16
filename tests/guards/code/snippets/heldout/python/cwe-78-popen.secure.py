import os
import shlex


def count_lines(pattern, path):
    return os.popen(f"grep -c {shlex.quote(pattern)} {shlex.quote(path)}").read()
