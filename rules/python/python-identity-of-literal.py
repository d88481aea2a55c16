def allowed(role, level, other):
    # ruleid: python-identity-of-literal
    if role is "admin":
        return True
    # ruleid: python-identity-of-literal
    if level is not 1000:
        return False
    # ok: python-identity-of-literal
    if role == "admin":
        return True
    # ok: python-identity-of-literal
    return other is None
    # role is "admin"
