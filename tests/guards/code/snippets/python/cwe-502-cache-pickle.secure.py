import os
import json


class DiskCache:
    def __init__(self, root):
        self.root = root

    def get(self, key):
        path = os.path.join(self.root, key.replace("/", "_"))
        with open(path, "rb") as f:
            return json.load(f)

    def put(self, key, value):
        path = os.path.join(self.root, key.replace("/", "_"))
        with open(path, "w") as f:
            json.dump(value, f)
