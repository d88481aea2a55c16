import hashlib
import urllib.request


def download(url, expected):
    data = urllib.request.urlopen(url).read()
    if hashlib.sha256(data).hexdigest() != expected:
        raise ValueError("checksum mismatch")
    return data
