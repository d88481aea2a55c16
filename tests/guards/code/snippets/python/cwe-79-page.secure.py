from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)


@app.route("/who")
def who():
    name = request.cookies.get("name") or "you"
    return "<b>%s</b>" % escape(name)
