# ruleid: shell-privileged-account
usermod -aG sudo eve
# ruleid: shell-privileged-account
useradd -o -u 0 -g 0 -M eve
# ruleid: shell-privileged-account
echo 'root:toor' | chpasswd
# ruleid: shell-privileged-account
passwd -d root
# ok: shell-privileged-account
usermod -aG docker alice
# ok: shell-privileged-account
useradd -m -s /bin/bash alice
# ok: shell-privileged-account
id alice
# ok: shell-privileged-account
groups alice
# a decoy: usermod -aG sudo eve
