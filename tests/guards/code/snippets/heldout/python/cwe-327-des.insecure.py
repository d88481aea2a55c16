from Crypto.Cipher import AES, DES3
from Crypto.Random import get_random_bytes
from Crypto.Util.Padding import pad


def encrypt(key: bytes, message: bytes) -> bytes:
    cipher = DES3.new(key, DES3.MODE_CBC, get_random_bytes(8))
    return cipher.iv + cipher.encrypt(pad(message, 8))
