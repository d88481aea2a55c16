import requests
from flask import request

def proxy():
    url = request.args.get("url")
    # ruleid: python-ssrf
    return requests.get(url).text

def fetch():
    # ruleid: python-ssrf
    return requests.post("http://" + request.form["host"] + "/run")

def safe():
    # ok: python-ssrf
    a = requests.get("https://example.org/status")
    hosts = {"a": "https://a.example.org"}
    # ok: python-ssrf
    b = requests.get(hosts["a"])
    # requests.get(request.args["url"])
    return a, b
