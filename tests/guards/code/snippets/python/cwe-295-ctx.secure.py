import ssl
import urllib.request


def fetch(url):
    ctx = ssl.create_default_context()
    with urllib.request.urlopen(url, context=ctx) as r:
        return r.read()
