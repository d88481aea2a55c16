from flask import Flask, request
from lxml import etree

app = Flask(__name__)
TREE = etree.parse("users.xml")


@app.route("/role")
def role():
    name = request.args["name"]
    found = TREE.xpath("/users/user[@name=$name]/role/text()", name=name)
    return found[0] if found else "none"
