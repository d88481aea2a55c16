import re

from flask import Flask, request
from werkzeug.security import generate_password_hash

from .db import save

app = Flask(__name__)


@app.post("/signup")
def signup():
    password = request.form["password"]
    if len(password) < 12 or not re.search(r"\d", password):
        return "too short", 400
    save(request.form["user"], generate_password_hash(password))
    return "ok"
