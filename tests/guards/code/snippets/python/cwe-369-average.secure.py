from flask import Flask, request

app = Flask(__name__)


@app.route("/average")
def average():
    total = float(request.args["total"])
    count = int(request.args["count"])
    if count == 0:
        return "no values", 400
    return str(total / count)
