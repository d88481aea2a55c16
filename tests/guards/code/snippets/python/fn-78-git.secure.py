import subprocess


def clone_repository(url: str, destination: str) -> int:
    return subprocess.call(["git", "clone", "--depth", "1", "--", url, destination])
