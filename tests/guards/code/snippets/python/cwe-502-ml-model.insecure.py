import torch
from flask import Flask, request
import tempfile

app = Flask(__name__)


@app.post("/model")
def upload_model():
    f = request.files["model"]
    with tempfile.NamedTemporaryFile(suffix=".bin") as tmp:
        f.save(tmp.name)
        state = torch.load(tmp.name)
    return {"layers": len(state)}
