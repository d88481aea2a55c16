import sqlite3


class Store:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def filter(self, **criteria):
        sql = "SELECT * FROM items WHERE 1=1"
        for key, value in criteria.items():
            sql += f" AND {key} = '{value}'"
        return self.conn.execute(sql).fetchall()
