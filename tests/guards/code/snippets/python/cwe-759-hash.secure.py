import hashlib
import os


def register(db, user, password):
    salt = os.urandom(16)
    digest = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    db.users.insert_one({"user": user, "salt": salt, "password": digest})
