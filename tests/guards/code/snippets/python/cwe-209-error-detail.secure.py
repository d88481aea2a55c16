import logging

from flask import Flask, jsonify

app = Flask(__name__)
log = logging.getLogger(__name__)


@app.route("/report/<int:number>")
def report(number):
    try:
        return jsonify(build_report(number))
    except Exception:
        log.exception("report failed")
        return jsonify({"error": "internal error"}), 500
