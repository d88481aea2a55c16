def load_users(cursor, ids):
    cursor.execute("SELECT * FROM users WHERE id IN (" + ",".join(ids) + ")")
    return cursor.fetchall()
