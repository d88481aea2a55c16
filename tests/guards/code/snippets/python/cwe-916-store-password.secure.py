import bcrypt


def store_password(db, user, password):
    digest = bcrypt.hashpw(password.encode(), bcrypt.gensalt())
    db.execute("INSERT INTO users VALUES (?, ?)", (user, digest))
