import sqlite3


def login(username, password):
    conn = sqlite3.connect("app.db")
    cur = conn.cursor()
    query = "SELECT id FROM users WHERE name = '%s' AND pass = '%s'" % (username, password)
    cur.execute(query)
    return cur.fetchone() is not None
