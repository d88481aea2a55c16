def load_users(cursor, ids):
    marks = ",".join(["%s"] * len(ids))
    cursor.execute("SELECT * FROM users WHERE id IN (" + marks + ")", tuple(ids))
    return cursor.fetchall()
