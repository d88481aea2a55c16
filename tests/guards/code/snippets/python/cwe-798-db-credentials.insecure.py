import psycopg2


def connect():
    return psycopg2.connect(host="db.internal", user="admin", password="Sup3rS3cret!", dbname="shop")
