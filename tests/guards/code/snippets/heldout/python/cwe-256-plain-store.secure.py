import sqlite3
from argon2 import PasswordHasher


def add_user(db, name, password):
    conn = sqlite3.connect(db)
    conn.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, PasswordHasher().hash(password)))
    conn.commit()
    conn.close()
