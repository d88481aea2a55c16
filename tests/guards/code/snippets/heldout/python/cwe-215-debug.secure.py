import os

from flask import Flask

app = Flask(__name__)
app.config["DEBUG"] = False
app.secret_key = os.environ["SECRET_KEY"]


@app.route("/")
def index():
    return "ok"


if __name__ == "__main__":
    app.run(host="127.0.0.1")
