# ruleid: shell-bind-shell
nc -lvp 4444 -e /bin/bash
# ruleid: shell-bind-shell
socat TCP-LISTEN:4444,reuseaddr,fork EXEC:/bin/sh
# ruleid: shell-bind-shell
ncat --listen 4444 --sh-exec 'bash -i'
# ok: shell-bind-shell
nc -l 8080 > received.bin
# ok: shell-bind-shell
socat TCP-LISTEN:8080,fork TCP:localhost:80
# ok: shell-bind-shell
nc -l -p 9000
# a decoy: nc -lvp 4444 -e /bin/bash
