from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes


def seal(key, data):
    cipher = AES.new(key, AES.MODE_GCM, nonce=get_random_bytes(12))
    return cipher.encrypt_and_digest(data)
