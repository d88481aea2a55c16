import psycopg2
from flask import Flask, jsonify, request

app = Flask(__name__)
COLUMNS = {"name", "price", "created"}


@app.get("/products")
def products():
    sort = request.args.get("sort", "name")
    if sort not in COLUMNS:
        return jsonify(error="bad sort"), 400
    conn = psycopg2.connect("dbname=shop")
    with conn.cursor() as cur:
        cur.execute(f"SELECT * FROM products ORDER BY {sort}")
        return jsonify(cur.fetchall())
