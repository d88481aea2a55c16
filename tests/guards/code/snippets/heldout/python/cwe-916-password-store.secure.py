import hashlib
import os


class Users:
    def __init__(self):
        self._db = {}

    def register(self, name, password):
        salt = os.urandom(16)
        self._db[name] = (salt, hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1))

    def verify(self, name, password):
        import hmac
        salt, digest = self._db[name]
        return hmac.compare_digest(digest, hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1))
