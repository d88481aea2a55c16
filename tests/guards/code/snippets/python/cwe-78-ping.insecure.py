import os
import sys


def ping(host):
    return os.system("ping -c 1 " + host)


if __name__ == "__main__":
    ping(sys.argv[1])
