import shlex
import subprocess


def make_thumbnail(source, target, size):
    command = f"convert {shlex.quote(source)} -resize {int(size)}x {shlex.quote(target)}"
    subprocess.check_call(command, shell=True)
