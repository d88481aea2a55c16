import zipfile


def unpack(archive_path, dest):
    with zipfile.ZipFile(archive_path) as archive:
        for member in archive.namelist():
            with archive.open(member) as source, open(f"{dest}/{member}", "wb") as target:
                target.write(source.read())
