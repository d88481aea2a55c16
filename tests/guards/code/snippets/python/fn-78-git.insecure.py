import subprocess


def clone_repository(url: str, destination: str) -> int:
    command = "git clone --depth 1 {} {}".format(url, destination)
    return subprocess.call(command, shell=True)
