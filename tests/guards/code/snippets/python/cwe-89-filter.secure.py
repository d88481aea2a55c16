import sqlite3


class Store:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)

    def filter(self, **criteria):
        sql = "SELECT * FROM items WHERE 1=1"
        values = []
        for key, value in criteria.items():
            if key not in ("name", "color"):
                raise ValueError(key)
            sql += f" AND {key} = ?"
            values.append(value)
        return self.conn.execute(sql, values).fetchall()
