import psycopg2
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/products")
def products():
    sort = request.args.get("sort", "name")
    conn = psycopg2.connect("dbname=shop")
    with conn.cursor() as cur:
        cur.execute(f"SELECT * FROM products ORDER BY {sort}")
        return jsonify(cur.fetchall())
