import re
from flask import request

def a(text):
    wanted = request.args["q"]
    # ruleid: python-regex-injection
    x = re.search(wanted, text)
    # ruleid: python-regex-injection
    y = re.compile("^" + request.form["p"])
    # ok: python-regex-injection
    z = re.search(re.escape(wanted), text)
    # ok: python-regex-injection
    w = re.search("^a+$", wanted)
    # re.search(wanted, text)
    return x, y, z, w
