import os
import ipaddress
import subprocess
from flask import Flask, request

app = Flask(__name__)


class Diagnostics:
    def __init__(self, host):
        self.host = host

    def ping(self):
        ip = str(ipaddress.ip_address(self.host))
        return subprocess.run(["ping", "-c", "1", ip], capture_output=True, text=True).stdout


@app.route("/ping")
def ping():
    return {"output": Diagnostics(request.args["host"]).ping()}
