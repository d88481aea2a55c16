import sqlite3


class OrderRepository:
    SORTABLE = {"created": "created_at", "total": "total"}

    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def search(self, customer, status=None, sort="created"):
        params = [customer]
        query = "SELECT id, total FROM orders WHERE customer = ?"
        if status:
            query += " AND status = ?"
            params.append(status)
        query += " ORDER BY " + self.SORTABLE.get(sort, "created_at")
        return self.conn.execute(query, params).fetchall()
