import os, shlex, subprocess
from subprocess import run as go

def ping(host):
    # ruleid: python-os-command-injection
    os.system("ping -c 1 " + host)

def look(name):
    command = f"ls {name}"
    # ruleid: python-os-command-injection
    subprocess.run(command, shell=True)
    # ruleid: python-os-command-injection
    go("ls " + name, shell=True)
    # ok: python-os-command-injection
    subprocess.run(["ls", name])
    # ok: python-os-command-injection
    os.system("ls " + shlex.quote(name))

def fixed(name):
    # ok: python-os-command-injection
    os.system("uptime")
    # os.system("rm " + name) was here
    # ok: python-os-command-injection
    print('os.system("rm " + name)')
    count = int(name)
    # ok: python-os-command-injection
    os.system("head -n " + str(count) + " log")
