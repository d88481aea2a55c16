from Crypto.Cipher import AES
from Crypto.Util.Padding import pad


class Vault:
    def __init__(self, key):
        self.key = key

    def store(self, text):
        iv = b"\x00" * 16
        cipher = AES.new(self.key, AES.MODE_CBC, iv)
        return iv + cipher.encrypt(pad(text.encode(), 16))
