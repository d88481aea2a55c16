import zipfile
import os
from flask import Flask, request

app = Flask(__name__)


@app.post("/theme")
def theme():
    upload = request.files["theme"]
    with zipfile.ZipFile(upload.stream) as z:
        for info in z.infolist():
            out = os.path.join("/srv/themes", info.filename)
            os.makedirs(os.path.dirname(out), exist_ok=True)
            with open(out, "wb") as f:
                f.write(z.read(info))
    return "installed"
