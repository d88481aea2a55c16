import pymysql


class Query:
    def __init__(self, table):
        self.table = table
        self.conditions = []
        self.values = []

    def where(self, column, value):
        self.conditions.append("%s = %%s" % column)
        self.values.append(value)
        return self

    def sql(self):
        return "SELECT * FROM " + self.table + " WHERE " + " AND ".join(self.conditions)


def find_customer(conn, email, city):
    q = Query("customers").where("email", email).where("city", city)
    with conn.cursor() as cur:
        cur.execute(q.sql(), q.values)
        return cur.fetchall()
