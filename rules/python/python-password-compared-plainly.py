def login(user):
    # ruleid: python-password-compared-plainly
    return user.password == request.form["password"]


def check(row, password):
    # ruleid: python-password-compared-plainly
    return row["password"] == password


def verified(user, password, again):
    # ok: python-password-compared-plainly
    if password != again:
        return False
    # ok: python-password-compared-plainly
    return check_password_hash(user.password, password) and "user.password == password"
    # a decoy: user.password == password
