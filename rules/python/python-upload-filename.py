import os
from flask import request
from werkzeug.utils import secure_filename

def upload(folder):
    file = request.files["file"]
    # ruleid: python-upload-filename
    file.save(os.path.join(folder, file.filename))
    name = file.filename
    filename = name
    # ruleid: python-upload-filename
    file.save(os.path.join(folder, filename))

def safe(folder):
    file = request.files["file"]
    # ok: python-upload-filename
    file.save(os.path.join(folder, secure_filename(file.filename)))
    # ok: python-upload-filename
    file.save(os.path.join(folder, "avatar.png"))
    return "file.save(file.filename)"
