from Crypto.Cipher import AES


def encrypt(key, text):
    cipher = AES.new(key, AES.MODE_ECB)
    padded = text + (16 - len(text) % 16) * " "
    return cipher.encrypt(padded.encode())
