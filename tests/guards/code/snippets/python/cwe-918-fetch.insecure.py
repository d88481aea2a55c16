import requests
from flask import Flask, request

app = Flask(__name__)


@app.route("/preview", methods=["POST"])
def preview():
    url = request.json.get("url")
    response = requests.get(url, timeout=5)
    return response.text[:200]
