import os


class DocumentStore:
    def __init__(self, root):
        self.root = root

    def read(self, name):
        full = os.path.join(self.root, name)
        with open(full, encoding="utf-8") as handle:
            return handle.read()
