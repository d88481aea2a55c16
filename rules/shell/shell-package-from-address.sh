# ruleid: shell-package-from-address
npm install http://203.0.113.9/pkg.tgz
# ruleid: shell-package-from-address
pip install git+http://example.test/x.git
# ruleid: shell-package-from-address
pip install --index-url http://pypi.example.test/simple thing
# ok: shell-package-from-address
npm install lodash
# ok: shell-package-from-address
pip install -r requirements.txt
# ok: shell-package-from-address
pip install git+https://github.com/psf/requests.git
# ok: shell-package-from-address
npm config set registry http://localhost:4873
# a decoy: npm install http://203.0.113.9/pkg.tgz
