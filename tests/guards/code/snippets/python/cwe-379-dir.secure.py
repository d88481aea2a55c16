import os
import tempfile


def workspace(user):
    path = tempfile.mkdtemp(prefix="work-")
    return path
