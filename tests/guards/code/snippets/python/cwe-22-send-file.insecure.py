from pathlib import Path

from flask import Flask, abort, request, send_file, send_from_directory

app = Flask(__name__)
REPORTS = Path("/srv/reports")


@app.get("/report")
def report():
    year = request.args.get("year", "2024")
    name = request.args.get("name", "")
    relative = f"{year}/{name}.pdf"
    target = REPORTS / relative
    if not target.exists():
        abort(404)
    return send_file(str(target), as_attachment=True)
