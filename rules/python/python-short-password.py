def accept(password, name):
    # ruleid: python-short-password
    if len(password) < 6:
        return False
    # ok: python-short-password
    if len(password) < 12:
        return False
    # ok: python-short-password
    if len(name) < 3:
        return False
    # len(password) < 4
    return True


def short(user):
    # ruleid: python-short-password
    return len(user.password) >= 4
