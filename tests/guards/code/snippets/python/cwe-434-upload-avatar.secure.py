import os
import uuid
from flask import Flask, request, abort

app = Flask(__name__)
UPLOADS = "static/avatars"
ALLOWED = {".png", ".jpg"}


@app.route("/avatar", methods=["POST"])
def avatar():
    f = request.files.get("file")
    if f is None:
        abort(400)
    ext = os.path.splitext(f.filename)[1].lower()
    if ext not in ALLOWED:
        abort(415)
    name = uuid.uuid4().hex + ext
    f.save(os.path.join(UPLOADS, name))
    return "/" + UPLOADS + "/" + name
