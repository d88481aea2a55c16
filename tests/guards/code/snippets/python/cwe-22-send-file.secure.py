from pathlib import Path

from flask import Flask, abort, request, send_file, send_from_directory

app = Flask(__name__)
REPORTS = Path("/srv/reports")


@app.get("/report")
def report():
    year = request.args.get("year", "2024")
    name = request.args.get("name", "")
    relative = f"{year}/{name}.pdf"
    return send_from_directory(REPORTS, relative, as_attachment=True)
