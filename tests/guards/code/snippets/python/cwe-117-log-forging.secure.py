import logging

from flask import Flask, request

app = Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = request.form["user"].replace("\r", "").replace("\n", "")
    logging.warning("failed login for %s", user)
    return "denied", 403
