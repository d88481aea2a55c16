import sqlite3

def find(db, name):
    # ruleid: python-sql-injection
    db.execute("SELECT * FROM users WHERE name = '" + name + "'")

def find_formatted(cursor, user_id):
    query = "SELECT * FROM users WHERE id = %s" % user_id
    # ruleid: python-sql-injection
    cursor.execute(query)
    # ruleid: python-sql-injection
    cursor.execute(f"DELETE FROM users WHERE id = {user_id}")

def safe(cursor, user_id):
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM users WHERE id = ?", (user_id,))
    table = "users"
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM " + table)
    number = int(user_id)
    # ok: python-sql-injection
    cursor.execute("SELECT * FROM users WHERE id = %d" % number)
    # ok: python-sql-injection
    log = "cursor.execute('SELECT ' + user_id)"


@app.get("/items")
def items(sort: Sort = Sort.name):
    # ok: python-sql-injection
    return connection.execute(f"SELECT * FROM items ORDER BY {sort.value}")
