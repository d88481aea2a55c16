import json

from flask import Flask, request
from itsdangerous import BadSignature, URLSafeSerializer

app = Flask(__name__)


@app.route("/profile")
def profile():
    try:
        session = URLSafeSerializer(app.config["SECRET_KEY"]).loads(request.cookies["session"])
    except BadSignature:
        return "bad session", 400
    return "Hello " + str(len(json.dumps(session)))
