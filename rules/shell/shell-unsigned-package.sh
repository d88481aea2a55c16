# ruleid: shell-unsigned-package
apt-get install --allow-unauthenticated thing
# ruleid: shell-unsigned-package
dnf install --nogpgcheck thing.rpm
# ruleid: shell-unsigned-package
apk add --allow-untrusted thing.apk
# ruleid: shell-unsigned-package
echo 'deb [trusted=yes] http://example.test/ ./' > /etc/apt/sources.list.d/x.list
# ok: shell-unsigned-package
apt-get install -y thing
# ok: shell-unsigned-package
dnf install thing
# ok: shell-unsigned-package
apk add curl
# ok: shell-unsigned-package
echo 'deb [signed-by=/etc/apt/keyrings/x.gpg] https://example.test/ ./' > /etc/apt/sources.list.d/x.list
# a decoy: apt-get install --allow-unauthenticated thing
