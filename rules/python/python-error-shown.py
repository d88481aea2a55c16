import logging
import traceback
from flask import Flask, jsonify

app = Flask(__name__)

@app.route("/a")
def shown():
    try:
        return work()
    except Exception as error:
        # ruleid: python-error-shown
        return jsonify({"error": str(error)}), 500

@app.route("/b")
def traced():
    try:
        return work()
    except ValueError:
        # ruleid: python-error-shown
        return traceback.format_exc(), 500

@app.route("/c")
def safe():
    try:
        # ok: python-error-shown
        return jsonify(work())
    except Exception as error:
        logging.error("failed: %s", error)
        # ok: python-error-shown
        return jsonify({"error": "internal error"}), 500
    return "jsonify(str(error))"
