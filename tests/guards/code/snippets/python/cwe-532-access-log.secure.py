import logging
from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger("auth")


@app.post("/login")
def login():
    user = request.form.get("username", "")
    password = request.form.get("password", "")
    if not check(user, password):
        log.warning("Failed login from %s", request.remote_addr)
        return "denied", 401
    return "ok"


def check(user, password):
    return False
