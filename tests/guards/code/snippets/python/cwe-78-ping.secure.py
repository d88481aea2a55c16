import subprocess
import sys


def ping(host):
    return subprocess.run(["ping", "-c", "1", "--", host], check=False).returncode


if __name__ == "__main__":
    ping(sys.argv[1])
