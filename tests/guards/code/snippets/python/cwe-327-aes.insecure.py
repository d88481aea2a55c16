from Crypto.Cipher import AES
from Crypto.Random import get_random_bytes


def seal(key, data):
    cipher = AES.new(key, AES.MODE_ECB)
    return cipher.encrypt(data)
