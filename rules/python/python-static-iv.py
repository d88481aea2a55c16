import os
from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import modes

def bad(key):
    # ruleid: python-static-iv
    cipher = AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: python-static-iv
    mode = modes.CBC(b"1234567890123456")
    return cipher, mode

def good(key):
    # ok: python-static-iv
    cipher = AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ok: python-static-iv
    mode = modes.CBC(os.urandom(16))
    return cipher, mode, "modes.CBC(b'1234567890123456')"
