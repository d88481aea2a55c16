import jwt
from flask import Flask, abort, current_app, request

app = Flask(__name__)


def current_user():
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ")
    try:
        claims = jwt.decode(token, current_app.config["JWT_KEY"], algorithms=["HS256"])
    except jwt.InvalidTokenError:
        abort(401)
    return claims["sub"]
