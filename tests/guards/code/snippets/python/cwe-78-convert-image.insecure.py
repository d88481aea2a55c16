import subprocess


def make_thumbnail(source, target, size):
    command = f"convert {source} -resize {size} {target}"
    subprocess.check_call(command, shell=True)
