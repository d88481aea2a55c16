import os
import uuid

from flask import Flask, request

app = Flask(__name__)
FOLDER = "static/uploads"
ALLOWED = {".png", ".jpg"}


@app.post("/avatar")
def avatar():
    file = request.files["avatar"]
    extension = os.path.splitext(file.filename)[1].lower()
    if extension not in ALLOWED:
        return "not an image", 400
    filename = uuid.uuid4().hex + extension
    file.save(os.path.join(FOLDER, filename))
    return {"url": "/static/uploads/" + filename}
