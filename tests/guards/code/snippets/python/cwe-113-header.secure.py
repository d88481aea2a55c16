from flask import Flask, Response, request

app = Flask(__name__)
LANGUAGES = ("en", "de", "fr")


@app.route("/lang")
def lang():
    response = Response("ok")
    chosen = request.args.get("lang")
    response.headers["Content-Language"] = chosen if chosen in LANGUAGES else "en"
    return response
