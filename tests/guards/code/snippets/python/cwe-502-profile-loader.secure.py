import json
import base64
from flask import Flask, request, jsonify

app = Flask(__name__)


def decode_session(raw):
    data = base64.b64decode(raw)
    return json.loads(data)


@app.route("/profile")
def profile():
    raw = request.cookies.get("profile")
    if not raw:
        return jsonify({})
    return jsonify(decode_session(raw))
