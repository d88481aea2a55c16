from flask import request

def greet(user):
    template = request.args["template"]
    # ruleid: python-format-string
    return template.format(user=user)

def letter(values):
    # ruleid: python-format-string
    return request.form["letter"].format_map(values)

def safe(user):
    # ok: python-format-string
    text = "Hello {user}".format(user=request.args["name"])
    # ok: python-format-string
    return text + "request.args['t'].format(user=user)"
