from Crypto.Cipher import AES, DES3
from Crypto.Random import get_random_bytes
from Crypto.Util.Padding import pad


def encrypt(key: bytes, message: bytes) -> bytes:
    cipher = AES.new(key, AES.MODE_GCM)
    text, tag = cipher.encrypt_and_digest(message)
    return cipher.nonce + tag + text
