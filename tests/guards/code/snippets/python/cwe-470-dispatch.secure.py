from flask import Flask, request, abort
import reports

app = Flask(__name__)
ACTIONS = {"daily": reports.daily, "weekly": reports.weekly}


@app.route("/report/<kind>")
def report(kind):
    func = ACTIONS.get(kind)
    if func is None:
        abort(404)
    return func(request.args.get("fmt", "html") == "html")
