import hashlib
import bcrypt

def derive(password, salt):
    # ruleid: python-few-key-iterations
    key = hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
    # ruleid: python-few-key-iterations
    cheap = bcrypt.gensalt(rounds=4)
    # ok: python-few-key-iterations
    slow = hashlib.pbkdf2_hmac("sha256", password, salt, 600000)
    # ok: python-few-key-iterations
    good = bcrypt.gensalt(rounds=12)
    return key, cheap, slow, good, "pbkdf2_hmac('sha256', password, salt, 1000)"
