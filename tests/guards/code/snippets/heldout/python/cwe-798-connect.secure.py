import os

import mysql.connector


def connection():
    settings = {
        "host": "db.internal",
        "user": "report",
        "password": os.environ["DB_PASSWORD"],
    }
    return mysql.connector.connect(**settings)
