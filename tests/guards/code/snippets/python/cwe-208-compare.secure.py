import hashlib
import hmac


def verify(body, signature, key):
    expected = hmac.new(key, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)
