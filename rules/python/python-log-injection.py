import logging
from flask import request

def a():
    name = request.args["name"]
    # ruleid: python-log-injection
    logging.info("login of " + name)
    # ruleid: python-log-injection
    logging.warning(f"failed login of {request.form['user']}")
    # ok: python-log-injection
    logging.info("login of " + name.replace("\n", ""))
    # ok: python-log-injection
    logging.info("login")
    # logging.info("login of " + name)
