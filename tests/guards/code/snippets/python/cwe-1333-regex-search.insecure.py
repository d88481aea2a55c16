import re
from flask import Flask, request, jsonify

app = Flask(__name__)
LINES = open("words.txt").read().splitlines()


@app.get("/words")
def words():
    needle = request.args.get("q", "")
    rx = re.compile(needle)
    return jsonify([w for w in LINES if rx.search(w)])
