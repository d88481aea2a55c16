import shelve
from flask import Flask, request, jsonify
import os

app = Flask(__name__)


@app.route("/prefs")
def prefs():
    user = request.args["user"]
    with shelve.open("/var/prefs/" + user) as db:
        return jsonify(dict(db))
