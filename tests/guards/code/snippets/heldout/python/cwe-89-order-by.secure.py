import psycopg2
from flask import Flask, request, jsonify

app = Flask(__name__)
COLUMNS = {"name": "name", "price": "price"}


@app.get("/items")
def items():
    column = COLUMNS.get(request.args.get("sort"), "name")
    query = "SELECT id, name, price FROM items"
    query += " ORDER BY " + column
    connection = psycopg2.connect("dbname=shop")
    with connection.cursor() as cursor:
        cursor.execute(query)
        return jsonify(cursor.fetchall())
