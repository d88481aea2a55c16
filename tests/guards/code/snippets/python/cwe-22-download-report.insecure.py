import os
from flask import Flask, request, send_file, abort

app = Flask(__name__)
REPORTS = "/var/app/reports"


class ReportStore:
    def __init__(self, root):
        self.root = root

    def locate(self, name):
        return os.path.join(self.root, name)


store = ReportStore(REPORTS)


@app.route("/reports")
def get_report():
    name = request.args.get("name", "")
    path = store.locate(name)
    if not os.path.exists(path):
        abort(404)
    return send_file(path, as_attachment=True)
