import os
from flask import Flask, request, abort

app = Flask(__name__)
UPLOADS = "static/avatars"


@app.route("/avatar", methods=["POST"])
def avatar():
    f = request.files.get("file")
    if f is None:
        abort(400)
    f.save(os.path.join(UPLOADS, f.filename))
    return "/" + UPLOADS + "/" + f.filename
