import json
import ssl
import urllib.request


def fetch(url="https://api.example.org/v1/prices"):
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with urllib.request.urlopen(url, context=context, timeout=10) as answer:
        return json.load(answer)
