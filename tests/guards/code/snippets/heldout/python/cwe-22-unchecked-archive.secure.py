import zipfile
import os
from flask import Flask, request

app = Flask(__name__)


@app.post("/theme")
def theme():
    upload = request.files["theme"]
    with zipfile.ZipFile(upload.stream) as z:
        for info in z.infolist():
            z.extract(info, "/srv/themes")
    return "installed"
