from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/fill")
def fill():
    count = int(request.args["count"])
    return jsonify(["x"] * count)
