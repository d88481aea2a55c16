import os

from flask import Flask, abort, request, send_file

app = Flask(__name__)
UPLOAD_DIR = "/srv/uploads"


@app.route("/download")
def download():
    filename = request.args.get("file", "")
    path = os.path.realpath(os.path.join(UPLOAD_DIR, filename))
    if not path.startswith(UPLOAD_DIR + os.sep):
        abort(403)
    return send_file(path)
