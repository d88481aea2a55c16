from flask import Flask, make_response, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/hello")
def hello():
    user = request.values.get("user") or "guest"
    greeting = "Hello, {}!".format(escape(user.title()))
    page = ["<html><body>", "<h1>", greeting, "</h1>", "</body></html>"]
    response = make_response("".join(page))
    response.headers["Cache-Control"] = "no-store"
    return response
