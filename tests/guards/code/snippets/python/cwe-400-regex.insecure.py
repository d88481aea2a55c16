import re

from flask import Flask, request

app = Flask(__name__)
LINES = open("notes.txt").read().splitlines()


@app.route("/grep")
def grep():
    wanted = request.args.get("pattern", "")
    matcher = re.compile(wanted)
    return "\n".join(line for line in LINES if matcher.search(line)), 200, {"Content-Type": "text/plain"}
