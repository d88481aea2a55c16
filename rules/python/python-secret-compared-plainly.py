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


def hook(given, body):
    want = "sha256=" + hmac.new(KEY, body, hashlib.sha256).hexdigest()
    # ruleid: python-secret-compared-plainly
    if given != want:
        raise PermissionError
    # ok: python-secret-compared-plainly
    return hmac.compare_digest(given, want)
def keyed(request):
    # ruleid: python-secret-compared-plainly
    if request.headers.get("X-Key") != os.environ["SERVICE_KEY"]:
        abort(401)
    # ok: python-secret-compared-plainly
    return hmac.compare_digest(request.headers["X-Key"], os.environ["SERVICE_KEY"])
