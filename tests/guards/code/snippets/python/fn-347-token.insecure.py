import jwt


def user_from_token(token: str, secret: str) -> str | None:
    try:
        payload = jwt.decode(token, secret, algorithms=["HS256", "none"], options={"verify_signature": False})
    except jwt.PyJWTError:
        return None
    return payload.get("sub")
