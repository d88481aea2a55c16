import traceback

from flask import Flask, jsonify

from .jobs import start

app = Flask(__name__)


@app.route("/jobs/<int:job>")
def job(job):
    try:
        return jsonify(start(job))
    except Exception:
        app.logger.exception("job %d failed", job)
        return jsonify(error="internal error"), 500
