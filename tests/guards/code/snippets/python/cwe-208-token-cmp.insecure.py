from functools import wraps
from flask import request, abort
import os


def api_key_required(f):
    @wraps(f)
    def wrapper(*a, **kw):
        supplied = request.headers.get("X-API-Key", "")
        if supplied != os.environ["API_KEY"]:
            abort(401)
        return f(*a, **kw)
    return wrapper
