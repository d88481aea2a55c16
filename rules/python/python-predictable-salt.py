import hashlib
import os

def derive(password):
    # ruleid: python-predictable-salt
    return hashlib.pbkdf2_hmac("sha256", password, b"salt", 600000)

def stretch(password):
    # ruleid: python-predictable-salt
    return hashlib.scrypt(password, salt=b"pepper", n=2**14, r=8, p=1)

def safe(password):
    salt = os.urandom(16)
    # ok: python-predictable-salt
    key = hashlib.pbkdf2_hmac("sha256", password, salt, 600000)
    # ok: python-predictable-salt
    return key, "hashlib.pbkdf2_hmac('sha256', password, b'salt', 600000)"
