import hashlib

def store(password, salt):
    # ruleid: python-weak-password-hash
    digest = hashlib.sha256(password.encode()).hexdigest()
    # ruleid: python-weak-password-hash
    salted = hashlib.sha512((salt + password).encode("utf-8")).hexdigest()
    return digest, salted

def safe(password, salt, body):
    # ok: python-weak-password-hash
    key = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ok: python-weak-password-hash
    etag = hashlib.sha256(body.encode()).hexdigest()
    return key, etag, "hashlib.sha256(password.encode())"
