import sqlite3


def login(username, password):
    conn = sqlite3.connect("app.db")
    cur = conn.cursor()
    cur.execute("SELECT pass_hash FROM users WHERE name = ?", (username,))
    row = cur.fetchone()
    return row is not None and verify_password(password, row[0])
