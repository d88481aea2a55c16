# ruleid: shell-world-writable
chmod 777 /srv/app
# ruleid: shell-world-writable
chmod -R a+rwx /var/www
# ruleid: shell-world-writable
chmod -R 0777 .
# ruleid: shell-world-writable
umask 000
# ok: shell-world-writable
chmod +x run.sh
# ok: shell-world-writable
chmod 755 /srv/app
# ok: shell-world-writable
chmod u+w notes.txt
# ok: shell-world-writable
umask 022
# a decoy: chmod 777 /srv/app
