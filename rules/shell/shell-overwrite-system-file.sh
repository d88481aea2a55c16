# ruleid: shell-overwrite-system-file
> /etc/passwd
# ruleid: shell-overwrite-system-file
echo 'x:0:0::/:/bin/sh' > /etc/passwd
# ruleid: shell-overwrite-system-file
truncate -s 0 /etc/fstab
# ruleid: shell-overwrite-system-file
cp evil /usr/bin/ls
# ok: shell-overwrite-system-file
echo 'vm.swappiness=10' > /etc/sysctl.d/99-local.conf
# ok: shell-overwrite-system-file
echo hi > ./etc/passwd
# ok: shell-overwrite-system-file
cp app /usr/local/bin/app
# ok: shell-overwrite-system-file
cat /etc/hosts > hosts.bak
# a decoy: > /etc/passwd
