# ruleid: shell-setuid
chmod u+s /bin/bash
# ruleid: shell-setuid
chmod 4755 /tmp/sh
# ruleid: shell-setuid
setcap cap_setuid+ep /usr/bin/python3
# ok: shell-setuid
chmod g+s /srv/shared
# ok: shell-setuid
setcap cap_net_bind_service=+ep /usr/local/bin/app
# ok: shell-setuid
chmod 0755 tool
# ok: shell-setuid
getcap -r /usr/bin
# a decoy: chmod u+s /bin/bash
