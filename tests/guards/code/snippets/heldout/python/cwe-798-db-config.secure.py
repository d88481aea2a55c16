import os
import psycopg2


def get_connection():
    settings = {
        "host": "db.internal",
        "dbname": "shop",
        "user": "shop_rw",
        "password": os.environ["SHOP_DB_PASSWORD"],
    }
    return psycopg2.connect(**settings)
