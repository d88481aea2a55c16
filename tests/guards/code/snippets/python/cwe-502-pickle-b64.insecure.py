import base64
import json
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.route("/cart")
def cart():
    cookie = request.cookies.get("cart")
    if cookie is None:
        return {"items": []}
    raw = base64.urlsafe_b64decode(cookie)
    items = pickle.loads(raw)
    return {"items": items}
