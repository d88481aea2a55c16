import base64
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.route("/profile")
def profile():
    data = base64.b64decode(request.cookies["session"])
    session = pickle.loads(data)
    return "Hello " + str(len(session))
