from flask import Flask, request, make_response

app = Flask(__name__)
COMMENTS = []


def render(comments):
    rows = []
    for author, body in comments:
        rows.append("<li><b>" + author + "</b>: " + body + "</li>")
    return "<ul>" + "".join(rows) + "</ul>"


@app.post("/comments")
def add():
    COMMENTS.append((request.form["author"], request.form["body"]))
    resp = make_response(render(COMMENTS))
    resp.headers["Content-Type"] = "text/html"
    return resp
