from Crypto.Cipher import PKCS1_OAEP, PKCS1_v1_5
from cryptography.hazmat.primitives.asymmetric import padding


def seal(key, text):
    # ruleid: python-rsa-padding
    return PKCS1_v1_5.new(key).encrypt(text)


def seal_again(key, text):
    # ruleid: python-rsa-padding
    return key.encrypt(text, padding.PKCS1v15())


def safe(key, text, signer):
    # ok: python-rsa-padding
    sealed = PKCS1_OAEP.new(key).encrypt(text)
    # ok: python-rsa-padding
    return sealed, signer.sign(text, padding.PKCS1v15(), "a decoy: padding.PKCS1v15()")
