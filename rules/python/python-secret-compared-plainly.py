import hmac
# ruleid: python-secret-compared-plainly
ok1 = signature == expected
# ruleid: python-secret-compared-plainly
ok2 = request.api_key != config.api_key
# ok: python-secret-compared-plainly
ok3 = hmac.compare_digest(signature, expected)
# ok: python-secret-compared-plainly
ok4 = name == expected
# signature == expected
