import ssl
import urllib.request


def fetch(url):
    ctx = ssl._create_unverified_context()
    with urllib.request.urlopen(url, context=ctx) as r:
        return r.read()
