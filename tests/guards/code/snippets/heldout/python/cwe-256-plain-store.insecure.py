import sqlite3


def add_user(db, name, password):
    conn = sqlite3.connect(db)
    conn.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, password))
    conn.commit()
    conn.close()
