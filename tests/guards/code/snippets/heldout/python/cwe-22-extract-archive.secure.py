import os
import tarfile


def install_plugin(archive, dest="/opt/app/plugins"):
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            target = os.path.realpath(os.path.join(dest, member.name))
            if not target.startswith(os.path.realpath(dest) + os.sep):
                raise ValueError("path escapes destination: " + member.name)
            tar.extract(member, dest, filter="data")
    return os.listdir(dest)
