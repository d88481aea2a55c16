from urllib.parse import urlparse

from flask import Flask, redirect, request

app = Flask(__name__)


def is_safe(target):
    parts = urlparse(target)
    return not parts.scheme and not parts.netloc and target.startswith("/")


@app.route("/login", methods=["POST"])
def login():
    target = request.args.get("next") or "/"
    if not is_safe(target):
        target = "/"
    return redirect(target)
