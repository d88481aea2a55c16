from flask import Flask, render_template_string, request

app = Flask(__name__)
comments = []
PAGE = "<ul>{% for c in comments %}<li>{{ c }}</li>{% endfor %}</ul>"


@app.route("/comments", methods=["GET", "POST"])
def show():
    if request.method == "POST":
        comments.append(request.form["comment"])
    return render_template_string(PAGE, comments=comments)
