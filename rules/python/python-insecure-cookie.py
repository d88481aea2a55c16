def start(response, value):
    # ruleid: python-insecure-cookie
    response.set_cookie("session_id", value)
    # ruleid: python-insecure-cookie
    response.set_cookie("auth", value, secure=False, httponly=True)
    # ok: python-insecure-cookie
    response.set_cookie("session_id", value, secure=True, httponly=True, samesite="Lax")
    # ok: python-insecure-cookie
    response.set_cookie("theme", "dark")
    return "response.set_cookie('session_id', value)"
def remembered(response):
    # ruleid: python-insecure-cookie
    response.cookies["session"]["httponly"] = False
    # ok: python-insecure-cookie
    response.cookies["session"]["secure"] = True
