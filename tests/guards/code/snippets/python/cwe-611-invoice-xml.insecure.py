from lxml import etree
from flask import Flask, request, jsonify

app = Flask(__name__)


@app.post("/invoice")
def invoice():
    parser = etree.XMLParser(resolve_entities=True, load_dtd=True)
    root = etree.fromstring(request.data, parser)
    return jsonify({"total": root.findtext("total"), "customer": root.findtext("customer")})
