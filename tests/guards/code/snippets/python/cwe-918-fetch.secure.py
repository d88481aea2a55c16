from urllib.parse import urlparse

import requests
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
ALLOWED_HOSTS = {"example.com", "cdn.example.com"}


@app.route("/preview", methods=["POST"])
def preview():
    url = request.json.get("url")
    parsed = urlparse(url)
    if parsed.scheme != "https" or parsed.hostname not in ALLOWED_HOSTS:
        abort(400)
    response = requests.get(url, timeout=5, allow_redirects=False)
    return jsonify(text=response.text[:200])
