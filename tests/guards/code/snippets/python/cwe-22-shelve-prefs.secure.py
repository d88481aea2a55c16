import json
from flask import Flask, request, jsonify
import os

app = Flask(__name__)


@app.route("/prefs")
def prefs():
    user = request.args["user"]
    with open(os.path.join("/var/prefs", os.path.basename(user) + ".json")) as f:
        return jsonify(json.load(f))
