from flask import Flask, request, redirect, session, url_for
from urllib.parse import urlparse

app = Flask(__name__)
app.secret_key = open("/run/secrets/flask").read()


def is_local(target):
    parts = urlparse(target)
    return not parts.netloc and not parts.scheme and target.startswith("/") and not target.startswith("//")


@app.route("/login", methods=["POST"])
def login():
    session["user"] = request.form["user"]
    nxt = request.form.get("next") or url_for("index")
    if not is_local(nxt):
        nxt = url_for("index")
    return redirect(nxt)


@app.route("/")
def index():
    return "hi"
