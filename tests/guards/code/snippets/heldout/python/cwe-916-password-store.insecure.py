import hashlib
import os


class Users:
    def __init__(self):
        self._db = {}

    def register(self, name, password):
        digest = hashlib.sha256(password.encode()).hexdigest()
        self._db[name] = digest

    def verify(self, name, password):
        return self._db.get(name) == hashlib.sha256(password.encode()).hexdigest()
