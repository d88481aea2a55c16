from io import BytesIO
from flask import Flask, request, send_file
from PIL import Image

app = Flask(__name__)
MAX_SIDE = 2000


@app.post("/resize")
def resize():
    width = int(request.args["w"])
    height = int(request.args["h"])
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        return "too big", 400
    img = Image.open(request.files["img"].stream)
    out = BytesIO()
    img.resize((width, height)).save(out, "PNG")
    out.seek(0)
    return send_file(out, mimetype="image/png")
