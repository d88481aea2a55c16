import tarfile
# ruleid: python-zip-slip
archive.extractall('/srv')
# ruleid: python-zip-slip
tarfile.open(name).extractall()
# ok: python-zip-slip
archive.extractall('/srv', filter='data')
# ok: python-zip-slip
archive.extractall('/srv', members=checked)
# archive.extractall()
