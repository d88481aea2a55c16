import ssl
import urllib.request


def fetch_status(url):
    context = ssl.create_default_context()
    return urllib.request.urlopen(url, context=context, timeout=3).status
