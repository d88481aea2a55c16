import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    user = request.form["user"]
    logger.warning("login failed for %r", user.replace("\n", "").replace("\r", ""))
    return "failed", 401
