import sqlite3


class OrderRepository:
    SORTABLE = {"created": "created_at", "total": "total"}

    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def search(self, customer, status=None, sort="created"):
        query = "SELECT id, total FROM orders WHERE customer = '%s'" % customer
        if status:
            query += " AND status = '%s'" % status
        query += " ORDER BY " + sort
        return self.conn.execute(query).fetchall()
