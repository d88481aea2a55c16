import requests
from flask import Flask, Response, request

app = Flask(__name__)
HOSTS = {"a": "https://a.example.org", "b": "https://b.example.org"}


@app.route("/proxy")
def proxy():
    target = request.args.get("url")
    answer = requests.get(target, timeout=5)
    return Response(answer.content, content_type="application/octet-stream")
