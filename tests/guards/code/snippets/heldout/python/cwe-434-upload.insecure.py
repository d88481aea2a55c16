import os
import uuid

from flask import Flask, request

app = Flask(__name__)
FOLDER = "static/uploads"
ALLOWED = {".png", ".jpg"}


@app.post("/avatar")
def avatar():
    file = request.files["avatar"]
    filename = file.filename
    file.save(os.path.join(FOLDER, filename))
    return {"url": "/static/uploads/" + filename}
