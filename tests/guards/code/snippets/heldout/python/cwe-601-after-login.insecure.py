from flask import Flask, request, redirect, session, url_for

app = Flask(__name__)
app.secret_key = open("/run/secrets/flask").read()


@app.route("/login", methods=["POST"])
def login():
    session["user"] = request.form["user"]
    nxt = request.form.get("next") or url_for("index")
    return redirect(nxt)


@app.route("/")
def index():
    return "hi"
