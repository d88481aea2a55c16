import shlex
import subprocess
from flask import Flask, request

app = Flask(__name__)


@app.post("/grep")
def grep():
    pattern = request.form["pattern"]
    cmd = "grep -rn '" + pattern + "' /srv/docs"
    out = subprocess.run(cmd, shell=True, capture_output=True, text=True)
    return out.stdout, 200, {"Content-Type": "text/plain"}
