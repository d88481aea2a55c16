import traceback
from flask import Flask, jsonify, request

app = Flask(__name__)


@app.errorhandler(Exception)
def on_error(exc):
    return jsonify(error=str(exc), trace=traceback.format_exc()), 500


@app.get("/div")
def div():
    return str(10 / int(request.args["n"]))
