import os
import re


def run(command):
    print("running", command)
    return os.popen(command).read()


def lookup(host):
    return run("nslookup " + host)


if __name__ == "__main__":
    print(lookup(input("Host: ")))
