import jwt
from cryptography.fernet import Fernet

# ruleid: python-hardcoded-key
box = Fernet(b"ZmDfcTF7_60GrrY167zsiPd67pEvs0aGOv2oasOM1Pg=")
# ruleid: python-hardcoded-key
token = jwt.encode({"sub": 1}, "change-me", algorithm="HS256")
# ok: python-hardcoded-key
other = Fernet(load_key())
# ok: python-hardcoded-key
good = jwt.encode({"sub": 1}, key, algorithm="HS256")
note = "Fernet(b'...')"
