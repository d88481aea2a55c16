# ruleid: shell-read-secret-file
cat /etc/shadow
# ruleid: shell-read-secret-file
cp ~/.ssh/id_rsa /tmp/k
# ruleid: shell-read-secret-file
tar czf /tmp/a.tgz ~/.aws
# ruleid: shell-read-secret-file
base64 < /root/.ssh/id_ed25519
# ruleid: shell-read-secret-file
cat /proc/self/environ
# ok: shell-read-secret-file
cat ~/.ssh/id_ed25519.pub
# ok: shell-read-secret-file
ssh -i ~/.ssh/id_rsa me@host
# ok: shell-read-secret-file
ls -la ~/.ssh
# ok: shell-read-secret-file
cat ~/.ssh/config
# ok: shell-read-secret-file
chmod 600 ~/.aws/credentials
# a decoy: cat /etc/shadow
