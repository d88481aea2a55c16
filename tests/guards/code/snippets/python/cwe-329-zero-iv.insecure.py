import os

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 16


def seal(key: bytes, data: bytes) -> bytes:
    iv = b"\x00" * BLOCK
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    filler = BLOCK - len(data) % BLOCK
    data += bytes([filler]) * filler
    return iv + encryptor.update(data) + encryptor.finalize()
