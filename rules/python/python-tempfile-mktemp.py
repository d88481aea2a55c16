import tempfile
from tempfile import mktemp

# ruleid: python-tempfile-mktemp
a = tempfile.mktemp()
# ruleid: python-tempfile-mktemp
b = mktemp(suffix=".txt")
# ok: python-tempfile-mktemp
c = tempfile.mkstemp()
# ok: python-tempfile-mktemp
d = tempfile.NamedTemporaryFile()
# tempfile.mktemp()
