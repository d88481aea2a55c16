from flask import Flask, render_template_string, request

app = Flask(__name__)
comments = []


@app.route("/comments", methods=["GET", "POST"])
def show():
    if request.method == "POST":
        comments.append(request.form["comment"])
    body = "".join("<li>" + c + "</li>" for c in comments)
    return render_template_string("<ul>" + body + "</ul>")
