from flask import Flask, request, make_response
from markupsafe import escape

app = Flask(__name__)
COMMENTS = []


def render(comments):
    rows = []
    for author, body in comments:
        rows.append("<li><b>" + str(escape(author)) + "</b>: " + str(escape(body)) + "</li>")
    return "<ul>" + "".join(rows) + "</ul>"


@app.post("/comments")
def add():
    COMMENTS.append((request.form["author"], request.form["body"]))
    resp = make_response(render(COMMENTS))
    resp.headers["Content-Type"] = "text/html"
    return resp
