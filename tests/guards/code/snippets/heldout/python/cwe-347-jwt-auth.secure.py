import jwt
from functools import wraps
from flask import request, g, abort, current_app


def login_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        header = request.headers.get("Authorization", "")
        if not header.startswith("Bearer "):
            abort(401)
        try:
            g.user = jwt.decode(header[7:], current_app.config["JWT_KEY"], algorithms=["HS256"])
        except jwt.InvalidTokenError:
            abort(401)
        return view(*args, **kwargs)
    return inner
