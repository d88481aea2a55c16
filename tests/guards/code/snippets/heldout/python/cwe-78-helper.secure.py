import os
import re


def run(command):
    print("running", command)
    return os.popen(command).read()


def lookup(host):
    if not re.fullmatch(r"[A-Za-z0-9.-]{1,253}", host):
        raise ValueError("not a host name")
    return run("nslookup " + host)


if __name__ == "__main__":
    print(lookup(input("Host: ")))
