from functools import wraps
from flask import request, abort
import os
import hmac


def api_key_required(f):
    @wraps(f)
    def wrapper(*a, **kw):
        supplied = request.headers.get("X-API-Key", "")
        if not hmac.compare_digest(supplied, os.environ["API_KEY"]):
            abort(401)
        return f(*a, **kw)
    return wrapper
