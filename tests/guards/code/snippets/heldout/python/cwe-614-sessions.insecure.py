import os
from flask import Flask, session, request

app = Flask(__name__)
app.config["SECRET_KEY"] = "dev-secret-please-change"
app.config["SESSION_COOKIE_SECURE"] = False
app.config["SESSION_COOKIE_HTTPONLY"] = False


@app.post("/cart")
def cart():
    session.setdefault("cart", []).append(request.form["sku"])
    return "", 204
