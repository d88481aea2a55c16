import os

from flask import request


@app.post("/settings")
def settings():
    # ruleid: python-environment-from-request
    os.environ["PATH"] = request.form["path"]
    name = request.form["name"]
    # ruleid: python-environment-from-request
    app.config[name] = True
    # ok: python-environment-from-request
    os.environ["MODE"] = "fast"
    if name in ("theme", "language"):
        # ok: python-environment-from-request
        app.config[name] = True
    # os.environ["A"] = request.form["a"]
    return "ok"
