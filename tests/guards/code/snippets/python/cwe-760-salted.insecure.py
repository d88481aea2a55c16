import hashlib


def hash_password(password: str) -> str:
    salt = b"mysite-salt"
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600000).hex()
