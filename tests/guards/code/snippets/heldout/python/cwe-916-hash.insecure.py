import hashlib
import os


def make_hash(password):
    salt = os.urandom(16)
    return salt, hashlib.sha256(salt + password.encode()).hexdigest()
