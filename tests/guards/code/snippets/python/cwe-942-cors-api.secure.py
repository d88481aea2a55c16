from flask import Flask, request, jsonify

app = Flask(__name__)
TRUSTED = {"https://app.example.com"}


@app.after_request
def cors(resp):
    origin = request.headers.get("Origin", "")
    if origin in TRUSTED:
        resp.headers["Access-Control-Allow-Origin"] = origin
        resp.headers["Access-Control-Allow-Credentials"] = "true"
        resp.headers["Vary"] = "Origin"
    return resp


@app.get("/me")
def me():
    return jsonify(user="x")
