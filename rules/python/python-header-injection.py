from flask import Response, request

def language():
    response = Response("ok")
    # ruleid: python-header-injection
    response.headers["Content-Language"] = request.args.get("lang")
    # ruleid: python-header-injection
    response.headers["X-Trace"] = "id=" + request.headers["X-Trace"]
    # ok: python-header-injection
    response.headers["X-Safe"] = request.args["x"].replace("\n", "")
    # ok: python-header-injection
    response.headers["X-Version"] = "1"
    note = "response.headers['X-A'] = request.args['a']"
    return response, note
