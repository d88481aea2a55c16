from flask import request


def log_in():
    # ruleid: python-password-in-query
    password = request.args.get("password")
    # ruleid: python-password-in-query
    secret = request.args["secret"]
    # ok: python-password-in-query
    typed = request.form["password"]
    # ok: python-password-in-query
    page = request.args.get("page")
    # request.args["password"]
    return password, secret, typed, page
