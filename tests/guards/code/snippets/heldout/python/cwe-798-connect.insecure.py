import os

import mysql.connector


def connection():
    settings = {
        "host": "db.internal",
        "user": "report",
        "password": "R3p0rt!ng",
    }
    return mysql.connector.connect(**settings)
