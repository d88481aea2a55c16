import os
from flask import request, send_file

def download():
    name = request.args.get("name")
    # ruleid: python-path-traversal
    return send_file("/srv/files/" + name)

def read():
    path = os.path.join("/srv", request.args["file"])
    # ruleid: python-path-traversal
    return open(path).read()

def safe():
    name = os.path.basename(request.args["file"])
    # ok: python-path-traversal
    a = open("/srv/" + name)
    # ok: python-path-traversal
    b = open("/srv/fixed.txt")
    # open(request.args["file"])
    return a, b

def uploaded():
    # ok: python-path-traversal
    picture = Image.open(request.files["picture"].stream)
    # ruleid: python-path-traversal
    return picture, Image.open("pictures/" + request.args["name"])
