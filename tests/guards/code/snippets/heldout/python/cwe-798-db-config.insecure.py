import os
import psycopg2


def get_connection():
    settings = {
        "host": "db.internal",
        "dbname": "shop",
        "user": "shop_rw",
        "password": "Sh0p!Prod2023",
    }
    return psycopg2.connect(**settings)
