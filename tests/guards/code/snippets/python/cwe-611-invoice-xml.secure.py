from defusedxml.ElementTree import fromstring
from flask import Flask, request, jsonify

app = Flask(__name__)


@app.post("/invoice")
def invoice():
    root = fromstring(request.data)
    return jsonify({"total": root.findtext("total"), "customer": root.findtext("customer")})
