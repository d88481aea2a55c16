import os
import tarfile


def unpack(archive_path, destination):
    """Unpack an uploaded archive, skipping links."""
    count = 0
    with tarfile.open(archive_path) as archive:
        for member in archive.getmembers():
            if member.issym() or member.islnk():
                continue
            target = os.path.realpath(os.path.join(destination, member.name))
            if not target.startswith(os.path.realpath(destination) + os.sep):
                raise ValueError(f"bad member {member.name}")
            if member.isdir():
                os.makedirs(target, exist_ok=True)
                continue
            with open(target, "wb") as out:
                out.write(archive.extractfile(member).read())
            count += 1
    return count
