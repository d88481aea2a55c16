from Crypto.PublicKey import RSA
from Crypto.Signature import pkcs1_15
from Crypto.Hash import SHA256


def sign_document(key_path, document: bytes) -> bytes:
    with open(key_path) as f:
        key = RSA.import_key(f.read())
    digest = SHA256.new(document)
    return pkcs1_15.new(key).sign(digest)
