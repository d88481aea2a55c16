import importlib
from flask import request

def a(service):
    name = request.args["method"]
    # ruleid: python-unsafe-reflection
    f = getattr(service, name)
    # ruleid: python-unsafe-reflection
    m = importlib.import_module(request.args["module"])
    # ok: python-unsafe-reflection
    g = getattr(service, "run")
    # ok: python-unsafe-reflection
    h = {"run": service.run}[name]
    # getattr(service, name)
    return f, m, g, h
