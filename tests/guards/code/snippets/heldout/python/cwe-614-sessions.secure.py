import os
from flask import Flask, session, request

app = Flask(__name__)
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
app.config["SESSION_COOKIE_SECURE"] = True
app.config["SESSION_COOKIE_HTTPONLY"] = True


@app.post("/cart")
def cart():
    session.setdefault("cart", []).append(request.form["sku"])
    return "", 204
