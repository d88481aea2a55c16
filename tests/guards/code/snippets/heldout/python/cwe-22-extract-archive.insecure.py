import os
import tarfile


def install_plugin(archive, dest="/opt/app/plugins"):
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            tar.extract(member, dest)
    return os.listdir(dest)
