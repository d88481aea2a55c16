import os


class DocumentStore:
    def __init__(self, root):
        self.root = os.path.realpath(root)

    def path_of(self, name):
        return os.path.join(self.root, name)

    def read(self, name):
        target = self.path_of(name)
        with open(target, "rb") as handle:
            return handle.read()

    def delete(self, name):
        os.remove(self.path_of(name))
