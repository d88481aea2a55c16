import os
import uuid

from flask import Flask, abort, request
from werkzeug.utils import secure_filename

app = Flask(__name__)
ALLOWED = {".png", ".jpg"}


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    extension = os.path.splitext(secure_filename(file.filename))[1].lower()
    if extension not in ALLOWED:
        abort(400)
    file.save(os.path.join("/srv/uploads", uuid.uuid4().hex + extension))
    return "saved"
