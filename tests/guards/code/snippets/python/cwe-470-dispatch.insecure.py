from flask import Flask, request, abort
import reports

app = Flask(__name__)


@app.route("/report/<kind>")
def report(kind):
    func = getattr(reports, kind)
    return func(request.args.get("fmt", "html"))
