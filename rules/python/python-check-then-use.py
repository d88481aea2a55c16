import os

def create(path):
    # ruleid: python-check-then-use
    if not os.path.exists(path):
        with open(path, "w") as handle:
            handle.write("x")

def read(path):
    # ruleid: python-check-then-use
    if os.access(path, os.R_OK):
        with open(path) as handle:
            return handle.read()

def safe(path):
    # ok: python-check-then-use
    with open(path, "x") as handle:
        handle.write("x")
    # ok: python-check-then-use
    if os.path.exists(path):
        print("if not os.path.exists(path): open(path, 'w')")
