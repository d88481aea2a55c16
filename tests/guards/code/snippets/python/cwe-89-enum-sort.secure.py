from enum import Enum
import sqlite3
from fastapi import FastAPI

app = FastAPI()


class Sort(str, Enum):
    name = "name"
    price = "price"


@app.get("/items")
def items(sort: Sort = Sort.name):
    conn = sqlite3.connect("shop.db")
    return conn.execute(f"SELECT * FROM items ORDER BY {sort.value}").fetchall()
