import os
import pickle


class DiskCache:
    def __init__(self, root):
        self.root = root

    def get(self, key):
        path = os.path.join(self.root, key.replace("/", "_"))
        with open(path, "rb") as f:
            return pickle.load(f)

    def put(self, key, value):
        path = os.path.join(self.root, key.replace("/", "_"))
        with open(path, "wb") as f:
            pickle.dump(value, f)
