# ruleid: shell-host-key-check-off
ssh -o StrictHostKeyChecking=no me@host
# ruleid: shell-host-key-check-off
scp -o UserKnownHostsFile=/dev/null a me@host:
# ruleid: shell-host-key-check-off
GIT_SSH_COMMAND='ssh -o StrictHostKeyChecking=no' git clone git@host:x.git
# ok: shell-host-key-check-off
ssh -o StrictHostKeyChecking=accept-new me@host
# ok: shell-host-key-check-off
ssh me@host
# ok: shell-host-key-check-off
ssh -o ConnectTimeout=5 me@host uptime
# a decoy: ssh -o StrictHostKeyChecking=no me@host
