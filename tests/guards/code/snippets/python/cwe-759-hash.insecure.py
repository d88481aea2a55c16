import hashlib
import os


def register(db, user, password):
    digest = hashlib.sha256(password.encode()).hexdigest()
    db.users.insert_one({"user": user, "password": digest})
