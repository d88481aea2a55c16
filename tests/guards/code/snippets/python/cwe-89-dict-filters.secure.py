import sqlite3


class UserRepository:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def search(self, filters: dict):
        clauses = []
        values = []
        for field in ("name", "email", "city"):
            if field in filters:
                clauses.append(f"{field} = ?")
                values.append(filters[field])
        sql = "SELECT * FROM users"
        if clauses:
            sql += " WHERE " + " AND ".join(clauses)
        return self.connection.execute(sql, values).fetchall()
