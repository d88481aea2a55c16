import os
import zipfile


def unpack(archive_path, dest):
    root = os.path.realpath(dest)
    with zipfile.ZipFile(archive_path) as archive:
        for info in archive.infolist():
            target = os.path.realpath(os.path.join(root, info.filename))
            if os.path.commonpath([root, target]) != root:
                raise ValueError("unsafe member: " + info.filename)
            archive.extract(info, root)
