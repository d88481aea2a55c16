import shlex
import subprocess
from flask import request

def run_any():
    command = request.form["command"]
    # ruleid: python-argument-injection
    subprocess.run(command.split(), check=True)
    # ruleid: python-argument-injection
    subprocess.Popen(shlex.split(command))

def run_known():
    # ok: python-argument-injection
    subprocess.run("ls -l".split(), check=True)
    # ok: python-argument-injection
    subprocess.run(["ls", "--", request.form["folder"]], check=True)
    note = "subprocess.run(request.form['command'].split())"
    return note
