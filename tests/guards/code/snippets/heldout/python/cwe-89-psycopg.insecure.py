import psycopg2


def set_role(conn, user, role):
    with conn.cursor() as cur:
        cur.execute("UPDATE users SET role = '{}' WHERE name = '{}'".format(role, user))
    conn.commit()
