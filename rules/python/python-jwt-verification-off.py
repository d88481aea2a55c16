import jwt
# ruleid: python-jwt-verification-off
a = jwt.decode(token, key, verify=False)
# ruleid: python-jwt-verification-off
b = jwt.decode(token, options={"verify_signature": False})
# ruleid: python-jwt-verification-off
c = jwt.encode(payload, None, algorithm="none")
# ok: python-jwt-verification-off
d = jwt.decode(token, key, algorithms=["HS256"])
# ok: python-jwt-verification-off
e = jwt.encode(payload, key, algorithm="HS256")
# jwt.decode(token, verify=False)
