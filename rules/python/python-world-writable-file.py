import os
# ruleid: python-world-writable-file
os.chmod(path, 0o777)
# ruleid: python-world-writable-file
os.umask(0)
# ok: python-world-writable-file
os.chmod(path, 0o600)
# ok: python-world-writable-file
os.umask(0o077)
# os.chmod(path, 0o777)
