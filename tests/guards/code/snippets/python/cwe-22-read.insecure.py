import os
from flask import Flask, abort, request, send_file

app = Flask(__name__)
ROOT = os.path.abspath("reports")


@app.get("/report")
def report():
    name = request.args.get("name", "")
    path = os.path.abspath(os.path.join(ROOT, name))
    return send_file(path)
