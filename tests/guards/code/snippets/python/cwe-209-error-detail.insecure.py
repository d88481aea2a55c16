from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/report/<int:number>")
def report(number):
    try:
        return jsonify(build_report(number))
    except Exception as e:
        return jsonify({"error": str(e)}), 500
