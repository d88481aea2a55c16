import subprocess
import sys


def whois(domain: str) -> str:
    out = subprocess.run("whois " + domain, shell=True, capture_output=True, text=True)
    return out.stdout


if __name__ == "__main__":
    print(whois(sys.argv[1]))
