import os
import tempfile


def workspace(user):
    path = "/tmp/work-" + user
    os.makedirs(path, mode=0o777, exist_ok=True)
    return path
