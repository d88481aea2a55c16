# ruleid: shell-system-permissions
chmod -R 777 /
# ruleid: shell-system-permissions
sudo chown -R nobody /etc
# ruleid: shell-system-permissions
chmod 666 /etc/shadow
# ruleid: shell-system-permissions
chmod o+rw /etc/sudoers
# ok: shell-system-permissions
chmod 600 ~/.ssh/id_ed25519
# ok: shell-system-permissions
chown -R www-data:www-data /var/www/app
# ok: shell-system-permissions
chmod 644 /etc/nginx/nginx.conf
# ok: shell-system-permissions
chmod 700 ~/.ssh
# a decoy: chmod -R 777 /
