from Crypto.Cipher import AES, DES
# ruleid: python-weak-cipher
a = DES.new(key, DES.MODE_CBC, iv)
# ruleid: python-weak-cipher
b = AES.new(key, AES.MODE_ECB)
# ruleid: python-weak-cipher
c = modes.ECB()
# ok: python-weak-cipher
d = AES.new(key, AES.MODE_GCM)
# ok: python-weak-cipher
e = Fernet(key)
# AES.new(key, AES.MODE_ECB)
