from flask import request
from werkzeug.security import generate_password_hash


def register(db):
    password = request.form["password"]
    # ruleid: python-password-stored-plainly
    user = User(name=request.form["name"], password=password)
    # ruleid: python-password-stored-plainly
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (request.form["name"], password))
    hashed = generate_password_hash(password)
    # ok: python-password-stored-plainly
    safe = User(name=request.form["name"], password=hashed)
    # ok: python-password-stored-plainly
    db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (request.form["name"], hashed))
    # User(password=password)
    return user, safe
