from flask import Flask, render_template_string, request

app = Flask(__name__)

PAGE = "<h1>Dear {{ name }}</h1>"


@app.route("/card")
def card():
    name = request.args.get("name", "friend")
    template = PAGE.replace("{{ name }}", name)
    return render_template_string(template)
