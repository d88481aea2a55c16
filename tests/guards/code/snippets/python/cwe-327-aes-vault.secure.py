import os
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives import padding


def seal(key: bytes, plaintext: bytes) -> bytes:
    nonce = os.urandom(12)
    enc = Cipher(algorithms.AES(key), modes.GCM(nonce)).encryptor()
    data = enc.update(plaintext) + enc.finalize()
    return nonce + enc.tag + data
