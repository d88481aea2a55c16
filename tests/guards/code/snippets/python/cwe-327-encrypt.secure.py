from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes


def encrypt(key, text):
    nonce = get_random_bytes(12)
    cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
    data, tag = cipher.encrypt_and_digest(text.encode())
    return nonce + tag + data
