from io import BytesIO
from flask import Flask, request, send_file
from PIL import Image

app = Flask(__name__)


@app.post("/resize")
def resize():
    width = int(request.args["w"])
    height = int(request.args["h"])
    img = Image.open(request.files["img"].stream)
    out = BytesIO()
    img.resize((width, height)).save(out, "PNG")
    out.seek(0)
    return send_file(out, mimetype="image/png")
