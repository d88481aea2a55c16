import hashlib

def digest(data):
    # ruleid: python-weak-hash
    a = hashlib.md5(data).hexdigest()
    # ruleid: python-weak-hash
    b = hashlib.new("sha1", data)
    # ok: python-weak-hash
    c = hashlib.sha256(data).hexdigest()
    # ok: python-weak-hash
    d = hashlib.md5(data, usedforsecurity=False)
    # hashlib.md5(data)
    return a, b, c, d
