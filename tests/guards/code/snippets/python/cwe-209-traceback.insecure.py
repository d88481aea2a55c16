import traceback

from flask import Flask, jsonify

from .jobs import start

app = Flask(__name__)


@app.route("/jobs/<int:job>")
def job(job):
    try:
        return jsonify(start(job))
    except Exception:
        return jsonify(error=traceback.format_exc()), 500
