from flask import Flask, Response, request

app = Flask(__name__)


@app.route("/lang")
def lang():
    response = Response("ok")
    response.headers["Content-Language"] = request.args.get("lang")
    return response
