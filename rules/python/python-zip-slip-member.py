import os
import zipfile

def unpack(archive, folder):
    for member in archive.namelist():
        # ruleid: python-zip-slip-member
        open(folder + "/" + member, "wb").write(archive.read(member))

def unpack_joined(archive, folder):
    for name in archive.getnames():
        path = os.path.join(folder, name)
        # ruleid: python-zip-slip-member
        with open(path, "wb") as target:
            target.write(b"")

def safe(archive, folder):
    for member in archive.namelist():
        # ok: python-zip-slip-member
        open(os.path.join(folder, os.path.basename(member)), "wb")
        # ok: python-zip-slip-member
        print("open(folder + member)")
