import secrets
from flask import Flask, make_response

app = Flask(__name__)


@app.post("/session")
def start():
    sid = secrets.token_hex(32)
    resp = make_response("started")
    resp.set_cookie("session_id", sid, max_age=3600, secure=True, httponly=True, samesite="Lax")
    return resp
