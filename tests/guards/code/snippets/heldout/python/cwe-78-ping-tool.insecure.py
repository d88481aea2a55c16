import os
from flask import Flask, request

app = Flask(__name__)


class Diagnostics:
    def __init__(self, host):
        self.host = host

    def ping(self):
        return os.popen("ping -c 1 " + self.host).read()


@app.route("/ping")
def ping():
    return {"output": Diagnostics(request.args["host"]).ping()}
