from flask import Flask, abort, jsonify, request

app = Flask(__name__)


@app.route("/fill")
def fill():
    count = int(request.args["count"])
    if not 0 < count <= 100:
        abort(400)
    return jsonify(["x"] * count)
