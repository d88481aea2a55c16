import hashlib


def store_password(db, user, password):
    digest = hashlib.sha256(password.encode()).hexdigest()
    db.execute("INSERT INTO users VALUES (?, ?)", (user, digest))
