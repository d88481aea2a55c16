import os

from flask import Flask, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
ROOT = "/srv/files"


@app.post("/rename")
def rename():
    old = secure_filename(request.form["old"])
    new = secure_filename(request.form["new"])
    os.rename(os.path.join(ROOT, old), os.path.join(ROOT, new))
    return "ok"
